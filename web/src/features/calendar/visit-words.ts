import type { TFunction } from 'i18next';
import { clockTime, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { DiaryAppointment } from './diary-merge.ts';
import { shownEnd } from './early-pick-up.ts';

/** Names of the pets of a visit; the customer's where none is named. */
export function visitName({ pets, contact }: DiaryAppointment): string {
  return pets.map(({ name }) => name).join(', ') || contact?.full_name || '';
}

/** Only the start if the visit was completed before it. */
export function clockSpan(start: string, end: string, time: TimeSettings): string {
  return end > start ? `${clockTime(start, time)}–${clockTime(end, time)}` : clockTime(start, time);
}

/** All that a block says, as one sentence for screen readers. */
export function visitSentence(row: DiaryAppointment, time: TimeSettings, t: TFunction<'calendar'>): string {
  const parts = [
    clockSpan(row.starts_at, shownEnd(row), time),
    row.pets.map(({ name }) => name).join(', '),
    row.service_name,
    row.contact?.full_name,
    row.staff_name && t('with', { name: row.staff_name }),
    t(`status.${row.status}`),
    row.overbook && t('overbooked', { reason: row.overbook.reason }),
  ];
  return parts.filter(Boolean).join(', ');
}
