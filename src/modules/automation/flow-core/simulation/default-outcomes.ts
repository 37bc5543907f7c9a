import { isoDateOf } from '../answers/dates.js';
import type { EffectOutcome, FlowEffect, FlowFacts, Json } from '../core.types.js';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const HOLD_MS = 10 * 60 * 1_000;
const START_HOURS = [10, 13, 16];
const HOLD = 'simulated-hold:';
const MINUTE_LENGTH = 16;

type Company = FlowFacts['company'];

/** The outcome of an effect that has no stub: it succeeds, with a value of the real shape. */
export function defaultOutcome(effect: FlowEffect, { company, pets }: FlowFacts, now: Date): EffectOutcome {
  const isForPet = effect.kind === 'find_slots' || effect.kind === 'hold_slot';
  if (isForPet && effect.pet_id === null && pets.length > 1) {
    const offered = pets.map(({ id, name }) => ({ id, label: name }));
    return { ok: false, code: 'PETS_AMBIGUOUS', message: 'The customer has several pets', pets: offered };
  }
  const value = valueOf(effect, company, now);
  return value === undefined ? { ok: true } : { ok: true, value };
}

function valueOf(effect: FlowEffect, company: Company, now: Date): Json | undefined {
  switch (effect.kind) {
    case 'api_call':
      return { status: 200, body: {} };
    case 'find_slots':
      return slotsFor(company, effect.limit, effect.from, now);
    case 'hold_slot': {
      const { starts_at } = effect;
      const expires_at = new Date(now.getTime() + HOLD_MS).toISOString();
      return { hold_id: `${HOLD}${starts_at}`, starts_at, ...wordsOf(company, new Date(starts_at)), expires_at };
    }
    case 'confirm_booking': {
      const startsAt = new Date(effect.hold_id.replace(HOLD, ''));
      return {
        appointment_id: 'simulated-appointment',
        ...wordsOf(company, startsAt),
        service: 'Service',
        status: 'booked',
      };
    }
    default:
      return undefined;
  }
}

/** Times at 10, 13 and 16 o'clock of the company, from `from` or tomorrow on. */
function slotsFor(company: Company, limit: number, from: string | null, now: Date): Json[] {
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString();
  const first = Date.parse(`${isoDateOf(from ?? tomorrow) ?? isoDateOf(tomorrow)}T00:00:00Z`);
  return Array.from({ length: limit }, (_, index) => {
    const hour = START_HOURS[index % START_HOURS.length] ?? 0;
    const day = first + Math.floor(index / START_HOURS.length) * DAY_MS;
    const startsAt = new Date(day + hour * HOUR_MS - offsetMs(company.time_zone, day));
    return { label: labelOf(company, startsAt), starts_at: startsAt.toISOString(), staff_id: null };
  });
}

function labelOf(company: Company, at: Date): string {
  return inZone(
    company,
    { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    at,
  );
}

function wordsOf(company: Company, at: Date): { date: string; time: string } {
  return {
    date: inZone(company, { weekday: 'long', day: 'numeric', month: 'long' }, at),
    time: inZone(company, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at),
  };
}

/** The offset of the zone from UTC; positive in the east. */
function offsetMs(time_zone: string, at: number): number {
  const local = inZone({ time_zone, locale: 'sv-SE' }, { dateStyle: 'short', timeStyle: 'short' }, new Date(at));
  return (
    Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${new Date(at).toISOString().slice(0, MINUTE_LENGTH)}Z`)
  );
}

/** Empty for an invalid time; an unknown zone counts as UTC, an unknown language as English. */
function inZone(
  { time_zone, locale }: Pick<Company, 'time_zone' | 'locale'>,
  options: Intl.DateTimeFormatOptions,
  at: Date,
): string {
  if (Number.isNaN(at.getTime())) return '';
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: time_zone }).format(at);
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(at);
  }
}
