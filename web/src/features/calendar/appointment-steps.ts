import { nextStep } from '#web/features/appointments/contact-appointments.ts';
import type { TimeSettings } from '#web/lib/time/company-time.ts';
import type { DiaryAppointment } from './diary-merge.ts';

type Status = DiaryAppointment['status'];
/** What staff can do with an appointment on its day. Each names the status that it leads to. */
export type SettableStatus = Exclude<Status, 'held' | 'pending'>;

const NEXT: Record<NonNullable<ReturnType<typeof nextStep>>, SettableStatus> = {
  'check-in': 'checked_in',
  start: 'in_progress',
  complete: 'completed',
};

/** The status before; only managers may go back. */
const BEFORE: Partial<Record<Status, SettableStatus>> = {
  checked_in: 'confirmed',
  in_progress: 'checked_in',
  completed: 'in_progress',
  no_show: 'confirmed',
};

export interface Steps {
  /** The main button. */
  next?: SettableStatus | undefined;
  back?: SettableStatus | undefined;
  mayBeNoShow: boolean;
  mayCancel: boolean;
}

/** What can be done with an appointment now. */
export function stepsOf(row: DiaryAppointment, now: number, time: TimeSettings, isManager: boolean): Steps {
  const step = nextStep(row, now, time);
  const isConfirmed = row.status === 'confirmed';
  return {
    next: row.status === 'pending' ? 'confirmed' : step && NEXT[step],
    back: isManager ? BEFORE[row.status] : undefined,
    mayBeNoShow: isConfirmed && Date.parse(row.starts_at) <= now,
    mayCancel: isConfirmed || row.status === 'pending' || row.status === 'checked_in',
  };
}
