import { pickChoice } from '../../flow-core/index.js';
import type { CustomerMessage, OfferedSlot, PetCard, ServiceFacts } from '../facts.types.js';
import { type Verdict, verdictOf } from '../intents/confirmation.js';
import type { Intent } from '../intents/intent-words.js';
import { intentsOf, wantsToStop } from '../intents/intents.js';
import { petsIn, servicesIn } from '../intents/mentions.js';
import { type When, whenOf } from '../intents/when.js';
import { wordsOf } from '../intents/word-match.js';
import type { Turn } from '../turn.js';
import { type Asked, choicesOf } from './choices.js';
import { pickSlot } from './pick-slot.js';

/** What one message says. */
export interface Line {
  readonly text: string;
  readonly intents: readonly Intent[];
  /** To the open question; null if none is open. */
  readonly verdict: Verdict | null;
  readonly services: readonly ServiceFacts[];
  readonly pets: readonly PetCard[];
  readonly appointment: string | null;
  readonly when: When;
  readonly slot: OfferedSlot | null;
  /** A tap on a time, or on an answer to a question, that is not open any more. */
  readonly isStale: boolean;
  readonly isStop: boolean;
  readonly isTap: boolean;
}

const NO_TIME: When = { from: null, to: null, part_of_day: null, time: null };
/** Questions that an answer may stand beside without changing it. */
const ASIDE: ReadonlySet<Intent> = new Set([
  'thanks',
  'greeting',
  'price',
  'hours',
  'address',
  'phone',
  'services',
  'my_appointments',
  'pet_info',
]);

export function readMessages(turn: Turn): Line[] {
  return turn.facts.messages
    .filter(({ text, tapped }) => text.trim() !== '' || tapped !== null)
    .map((message) => (message.tapped === null ? readText(turn, message) : readTap(turn, message, message.tapped)));
}

const blank = (text: string): Line => ({
  text,
  intents: [],
  verdict: null,
  services: [],
  pets: [],
  appointment: null,
  when: NO_TIME,
  slot: null,
  isStale: false,
  isStop: false,
  isTap: false,
});

/** Reads the id of the tapped button, not its label. */
function readTap(turn: Turn, { text, seq }: CustomerMessage, tapped: string): Line {
  const [kind = '', value = ''] = tapped.split(':');
  const line: Line = { ...blank(text), isTap: true };
  const { pending, offers } = turn.dialogue;
  switch (kind) {
    case 'yes':
    case 'no': {
      const isOpen = pending !== null && value === String(pending.asked_seq) && seq > pending.asked_seq;
      return isOpen ? { ...line, verdict: kind } : { ...line, isStale: true };
    }
    case 'offer': {
      const slot = offers.find(({ alias }) => alias === value) ?? null;
      return { ...line, slot, isStale: slot === null };
    }
    case 'service':
      return { ...line, services: turn.facts.services.filter(({ alias }) => alias === value) };
    case 'pet':
      return { ...line, pets: turn.facts.pets.filter(({ alias }) => alias === value) };
    case 'appointment':
      return { ...line, appointment: turn.appointment(value)?.alias ?? null };
    case 'do':
      return { ...line, intents: value === 'book' || value === 'price' || value === 'hours' ? [value] : [] };
    default:
      return readText(turn, { seq, text, tapped: null, has_files: false });
  }
}

function readText(turn: Turn, { text, seq }: CustomerMessage): Line {
  const { dialogue, facts } = turn;
  const intents = intentsOf(text);
  const when = whenOf(text, turn.today);
  const services = servicesIn(text, facts.services);
  const pets = petsIn(text, facts.pets);
  const line: Line = {
    ...blank(text),
    intents,
    when,
    services: services.length > 0 ? services : answered(turn, 'service', text, facts.services),
    pets: pets.length > 0 ? pets : answered(turn, 'pet', text, facts.pets),
    appointment: answered(turn, 'appointment', text, facts.appointments)[0]?.alias ?? null,
    isStop: isStop(turn, text),
  };
  const isOther = intents.some((intent) => intent !== 'book' && intent !== 'greeting' && intent !== 'thanks');
  const slot = isOther || line.isStop ? null : pickSlot(turn, text, when);
  const { pending } = dialogue;
  const isLater = pending !== null && seq > (pending.shown_seq ?? pending.asked_seq);
  return { ...line, slot, verdict: isLater ? verdictOf(text, questionWords(turn), turn.language) : null };
}

/** The answer to an open question by number or label. */
function answered<Item extends { readonly alias: string }>(
  turn: Turn,
  asked: Asked,
  text: string,
  items: readonly Item[],
): Item[] {
  if (turn.dialogue.asked !== asked) return [];
  const choices = choicesOf(turn, asked, turn.dialogue.options).map(({ id, label }) => ({
    label,
    value: id,
    outlet: '',
  }));
  const picked = pickChoice(choices, text);
  return items.filter(({ alias }) => picked?.value === `${asked}:${alias}`);
}

/** A bare "cancel" in the middle of a booking ends the dialogue, if there is no appointment that it may mean. */
function isStop({ dialogue, facts }: Turn, text: string): boolean {
  if (wantsToStop(text)) return true;
  const isBare = wordsOf(text).length <= 2 && intentsOf(text)[0] === 'cancel';
  return isBare && (dialogue.topic === 'book' || dialogue.topic === 'move') && facts.appointments.length === 0;
}

/** An agreement may repeat these words. */
function questionWords(turn: Turn): string {
  const { pending } = turn.dialogue;
  if (!pending) return '';
  const own = turn.appointment(pending.appointment);
  const at = pending.offer?.starts_at ?? own?.starts_at;
  const names = [turn.service(pending.service)?.name, turn.pet(pending.pet)?.name, own?.service, own?.pet?.name];
  const time = at === undefined ? '' : turn.time(at);
  const hour = time.endsWith(':00') ? String(Number(time.slice(0, 2))) : '';
  const moment = at === undefined ? [] : [turn.day(at), time, hour, `${hour}h`];
  return [...names, ...moment, 'as las at on el no na para for de da do h feira'].filter(Boolean).join(' ');
}

/**
 * Whether the customer has agreed to the open question: a message after it says yes, and no message of this turn says anything
 * that may change it. @returns null if no question is open
 */
export function verdictOfAll(turn: Turn, lines: readonly Line[]): Verdict | null {
  const { pending } = turn.dialogue;
  if (!pending) return null;
  const verdicts = lines.map((line) => (line.verdict === 'unclear' && isAside(line) ? null : line.verdict));
  if (verdicts.includes('no')) return 'no';
  const isClear = lines.every((line, index) => verdicts[index] !== 'unclear' && !line.isStop && !line.isStale);
  return isClear && verdicts.includes('yes') ? 'yes' : 'unclear';
}

function isAside({ intents, when, pets, isTap }: Line): boolean {
  const says = when.from !== null || when.time !== null || pets.length > 0;
  return !isTap && intents.length > 0 && intents.every((intent) => ASIDE.has(intent)) && !says;
}
