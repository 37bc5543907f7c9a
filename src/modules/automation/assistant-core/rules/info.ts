import { dateIn } from '../../flow-core/index.js';
import { joined } from '../drafts.js';
import type { PetCard, ServiceFacts } from '../facts.types.js';
import type { Intent } from '../intents/intent-words.js';
import { dayWords, openingWords } from '../texts/moments.js';
import type { Turn } from '../turn.js';
import type { Line } from './reading.js';
import { whatOfAppointment } from './choices.js';

export const INFO_INTENTS = ['price', 'hours', 'address', 'phone', 'services', 'my_appointments', 'pet_info'] as const;
export type InfoIntent = (typeof INFO_INTENTS)[number];

export const isInfo = (intent: Intent): intent is InfoIntent => (INFO_INTENTS as readonly Intent[]).includes(intent);

/** A long list would not be read. */
const MAX_LINES = 12;
/** Special days are told this many days ahead. */
const SPECIAL_DAYS_MS = 14 * 24 * 60 * 60 * 1_000;
/** A Sunday, so that day n of the week is this date plus n. */
const SUNDAY_MS = Date.UTC(2026, 0, 4, 12);
const DAY_MS = 24 * 60 * 60 * 1_000;

/** An answer from the facts of the company. `isKnown` is false where the company has told nothing. */
export interface InfoAnswer {
  readonly text: string;
  readonly isKnown: boolean;
}

export function infoAnswer(turn: Turn, intent: InfoIntent, lines: readonly Line[]): InfoAnswer {
  const { address, phone } = turn.facts.company;
  switch (intent) {
    case 'price':
      return prices(turn, lines);
    case 'services':
      return services(turn);
    case 'hours':
      return known(turn, turn.facts.opening.week.length > 0 ? hoursText(turn) : null);
    case 'address':
      return known(turn, address && turn.say('address', { address }));
    case 'phone':
      return known(turn, phone && turn.say('phone', { phone }));
    case 'my_appointments':
      return { text: appointmentsText(turn), isKnown: true };
    case 'pet_info':
      return { text: petsText(turn), isKnown: true };
  }
}

function known(turn: Turn, text: string | null): InfoAnswer {
  return { text: text ?? turn.say('unknown_fact'), isKnown: text !== null };
}

/** Of the services that the messages name, else of the open topic, else of all. */
function prices(turn: Turn, lines: readonly Line[]): InfoAnswer {
  const named = lines.flatMap((line) => line.services);
  const open = turn.service(turn.dialogue.known.service);
  const told = named.length > 0 ? named : open ? [open] : turn.facts.services;
  if (told.length === 0) return { text: turn.say('unknown_fact'), isKnown: false };
  const rows = [...new Set(told)].map(({ name, price }) => `${name}: ${price ?? turn.say('price_unknown')}`);
  return { text: list(turn.say('prices_intro'), rows), isKnown: told.some(({ price }) => price !== null) };
}

function services(turn: Turn): InfoAnswer {
  const rows = turn.facts.services.map((service) => serviceText(turn, service));
  if (rows.length === 0) return { text: turn.say('unknown_fact'), isKnown: false };
  return { text: list(turn.say('services_intro'), rows), isKnown: true };
}

export function serviceText(turn: Turn, { name, price, duration_min }: ServiceFacts): string {
  return [name, turn.say('minutes', { n: String(duration_min) }), price ?? ''].filter(Boolean).join(', ');
}

function list(intro: string, rows: readonly string[]): string {
  return [intro, ...rows.slice(0, MAX_LINES).map((row) => `• ${row}`)].join('\n');
}

function hoursText(turn: Turn): string {
  const { opening, company, now } = turn.facts;
  const rows = opening.week.map((windows, day) => `${weekdayName(turn, day)}: ${windowsText(turn, windows)}`);
  const mondayFirst = [...rows.slice(1), ...rows.slice(0, 1)];
  const until = dateIn(company.time_zone, new Date(Date.parse(now) + SPECIAL_DAYS_MS));
  const special = opening.special_days
    .filter(({ date }) => date >= turn.today && date <= until)
    .map(
      ({ date, windows }) => `${dayWords(`${date}T12:00:00Z`, turn.language, 'UTC')}: ${windowsText(turn, windows)}`,
    );
  const next = opening.opens_at && openingWords(opening.opens_at, now, turn.language, company.time_zone);
  const state = opening.is_open_now
    ? turn.say('open_now')
    : [turn.say('closed_now'), next ? turn.say('opens_at', { when: next }) : ''].filter(Boolean).join(' ');
  return joined([list(turn.say('hours_intro'), [...mondayFirst, ...special]), state], '\n');
}

function weekdayName(turn: Turn, day: number): string {
  return dayWords(new Date(SUNDAY_MS + day * DAY_MS).toISOString(), turn.language, 'UTC').split(' ')[0] ?? '';
}

function windowsText(turn: Turn, windows: readonly { readonly from: string; readonly to: string }[]): string {
  return windows.map(({ from, to }) => `${from}–${to}`).join(', ') || turn.say('closed');
}

function appointmentsText(turn: Turn): string {
  const rows = turn.facts.appointments.map((own) => {
    const row = `${whatOfAppointment(own)}, ${turn.day(own.starts_at)} ${turn.time(own.starts_at)}`;
    return own.status === 'pending' ? `${row} (${turn.say('is_pending')})` : row;
  });
  return rows.length === 0 ? turn.say('no_appointments') : list(turn.say('appointments_intro'), rows);
}

function petsText(turn: Turn): string {
  const rows = turn.facts.pets.map((pet) => petText(turn, pet));
  return rows.length === 0 ? turn.say('no_pets') : list(turn.say('pets_intro'), rows);
}

function petText(turn: Turn, { name, species, breed, weight_kg, notes, vaccinations }: PetCard): string {
  const shots = vaccinations.map((shot) => {
    const date = shot.expires_on && dayWords(`${shot.expires_on}T12:00:00Z`, turn.language, 'UTC');
    return date ? turn.say('vaccination', { name: shot.name, date }) : shot.name;
  });
  const facts = [species, breed, weight_kg === null ? null : `${weight_kg} kg`, ...notes, ...shots];
  return `${name}: ${facts.filter(Boolean).join(', ')}`;
}
