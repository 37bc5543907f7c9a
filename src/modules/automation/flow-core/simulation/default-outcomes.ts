import { isoDateOf } from '../answers/dates.js';
import type { EffectOutcome, FlowEffect, FlowFacts, Json } from '../core.types.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MINUTE_LENGTH = 16;
const START_HOURS = [10, 13, 16];

/** The outcome of an effect that has no stub: it succeeds. */
export function defaultOutcome(effect: FlowEffect, { company }: FlowFacts, now: Date): EffectOutcome {
  switch (effect.kind) {
    case 'find_slots':
      return { ok: true, value: slotsFor(company, effect.limit, effect.from, now) };
    case 'hold_slot':
      return { ok: true, value: { hold_id: 'simulated-hold', starts_at: effect.starts_at } };
    case 'confirm_booking':
      return { ok: true, value: { appointment_id: 'simulated-appointment' } };
    default:
      return { ok: true };
  }
}

/** Times at 10, 13 and 16 o'clock of the company, from `from` or tomorrow on. */
function slotsFor({ time_zone, locale }: FlowFacts['company'], limit: number, from: string | null, now: Date): Json[] {
  const first = Date.parse(
    `${(from && isoDateOf(from)) || new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`,
  );
  const format = formatOf(locale, {
    timeZone: time_zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  return Array.from({ length: limit }, (_, index) => {
    const hour = START_HOURS[index % START_HOURS.length] ?? 0;
    const day = first + Math.floor(index / START_HOURS.length) * DAY_MS;
    const startsAt = new Date(day + hour * 60 * 60 * 1_000 - offsetMs(time_zone, day));
    return { label: format.format(startsAt), starts_at: startsAt.toISOString(), staff_id: null };
  });
}

/** How far the clock of the zone is before that of UTC. */
function offsetMs(timeZone: string, at: number): number {
  const local = formatOf('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return (
    Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${new Date(at).toISOString().slice(0, MINUTE_LENGTH)}Z`)
  );
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}
