import { dateIn } from '../../flow-core/index.js';
import type { Known, Topic } from '../core.types.js';
import type { OwnAppointment } from '../facts.types.js';
import { NOTHING_KNOWN } from '../dialogue.js';
import { hasWish } from '../intents/intents.js';
import { isForSpecies } from '../intents/mentions.js';
import { wordsOf } from '../intents/word-match.js';
import type { Turn } from '../turn.js';
import { isInfo } from './info.js';
import type { Line } from './reading.js';

/** A text of so few words that names a service is a wish to book it. */
const MAX_BARE_WORDS = 4;

/** The topic that the messages open; null if they open none. */
export function topicOf(turn: Turn, lines: readonly Line[]): Topic | null {
  const intents = lines.flatMap((line) => line.intents);
  if (intents.includes('cancel')) return 'cancel';
  if (intents.includes('move')) return 'move';
  if (intents.includes('book')) return 'book';
  return turn.dialogue.topic === null && lines.some(isWishForService) ? 'book' : null;
}

function isWishForService({ services, intents, when, text, isTap }: Line): boolean {
  if (services.length === 0) return false;
  const isDated = when.from !== null || when.time !== null || when.part_of_day !== null;
  const isBare = wordsOf(text).length <= MAX_BARE_WORDS && !text.includes('?');
  if (intents.some(isInfo)) return isDated && hasWish(text);
  return isTap || hasWish(text) || isDated || isBare;
}

/** Adds the details of the messages to the known ones. @returns whether a detail is new */
export function learn(turn: Turn, topic: Topic, lines: readonly Line[]): boolean {
  const before = JSON.stringify([turn.dialogue.topic, turn.dialogue.known]);
  if (turn.dialogue.topic !== topic)
    turn.update({ topic, known: NOTHING_KNOWN, offers: [], pending: null, asked: null });
  for (const line of lines) {
    turn.learn({ ...named(turn, topic, line), ...dated(line) });
  }
  const isNew = JSON.stringify([turn.dialogue.topic, turn.dialogue.known]) !== before;
  if (isNew) {
    turn.update({ offers: [], pending: null });
    turn.hasProgress = true;
  }
  return isNew;
}

function named(turn: Turn, topic: Topic, line: Line): Partial<Known> {
  if (topic !== 'book') {
    const appointment = line.appointment ?? meant(turn, topic, line)?.alias;
    return appointment === undefined ? {} : { appointment };
  }
  const [pet, ...otherPets] = line.pets;
  const known = pet && otherPets.length === 0 ? { pet: pet.alias } : {};
  const chosen = turn.pet(known.pet ?? turn.dialogue.known.pet);
  const services = line.services.filter((service) => isForSpecies(service, chosen));
  return services.length === 1 && services[0] ? { ...known, service: services[0].alias } : known;
}

/** The only own appointment with the named pet and service and, for a cancellation, on the named day. */
function meant(turn: Turn, topic: Topic, { pets, services, when }: Line): OwnAppointment | undefined {
  const { appointments, company } = turn.facts;
  const onDay = topic === 'cancel' ? when.from : null;
  if (pets.length === 0 && services.length === 0 && onDay === null) return undefined;
  const fitting = appointments.filter(
    ({ pet, service, starts_at }) =>
      (pets.length === 0 || pets.some(({ alias }) => alias === pet?.alias)) &&
      (services.length === 0 || services.some(({ name }) => name === service)) &&
      (onDay === null || dateIn(company.time_zone, new Date(starts_at)) === onDay),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A new day keeps the part of the day and the time; a new part of the day ends an older time. */
function dated({ when }: Line): Partial<Known> {
  const { from, to, part_of_day, time } = when;
  return {
    ...(from === null ? {} : { from, to }),
    ...(part_of_day === null ? {} : { part_of_day, time }),
    ...(time === null ? {} : { time }),
  };
}
