import type { Draft, DraftChoice, Evidence, HandoffReason } from './core.types.js';
import type { NoopReason, OfferedSlot } from './facts.types.js';
import { splitText } from './split-text.js';
import { answerTime, slotLabel } from './texts/moments.js';
import type { TextKey } from './texts/texts.js';
import type { Turn } from './turn.js';

const EMPTY: Draft = {
  action: 'reply',
  text: '',
  choices: [],
  citations: [],
  evidence: [],
  reason: null,
  brief: null,
  gap: null,
};

/** Lines that are empty are left out. */
export const joined = (lines: readonly string[], separator = '\n\n'): string => lines.filter(Boolean).join(separator);

export function reply(text: string, more: Partial<Draft> = {}): Draft {
  return { ...EMPTY, text, ...more };
}

export function ask(turn: Turn, text: string, choices: readonly DraftChoice[]): Draft {
  return { ...EMPTY, action: 'ask', text, choices: shown(turn, choices) };
}

export function noop(reason: NoopReason): Draft {
  return { ...EMPTY, action: 'noop', reason };
}

const HANDOFF_TEXTS: Readonly<Partial<Record<HandoffReason, TextKey>>> = {
  complaint: 'handoff_sorry',
  medical: 'handoff_medical',
};

/** Gives the conversation to staff. The customer is always told, in fixed words. */
export function handOff(turn: Turn, reason: HandoffReason, notes: readonly string[] = []): Draft {
  const when = answerTime(turn.facts, turn.language);
  const text = joined([...notes, turn.say(HANDOFF_TEXTS[reason] ?? 'handoff', { when })]);
  return handOffWith(turn, reason, text);
}

export function handOffWith(turn: Turn, reason: HandoffReason, text: string): Draft {
  const { dialogue, facts } = turn;
  const brief = {
    reason,
    messages: facts.messages.map((message) => message.text).filter(Boolean),
    topic: dialogue.topic,
    service: turn.service(dialogue.known.service)?.name ?? null,
    pet: turn.pet(dialogue.known.pet)?.name ?? null,
    from: dialogue.known.from,
    time: dialogue.known.time,
    appointments: ownAppointments(turn),
    tried: turn.calls.map(({ name, code }) => `${name}: ${code}`),
    summary: turn.summary,
  };
  turn.close();
  turn.update({ misunderstood: 0, turns_without_progress: 0 });
  return { ...EMPTY, action: 'handoff', text, reason, brief };
}

/** The future appointments before this turn, as proofs of what a text says about them. */
export function ownAppointments({ facts }: Turn): Evidence[] {
  return facts.appointments.map(({ service, pet, starts_at, status }) => ({
    kind: status === 'booked' ? 'existing' : 'existing_request',
    service,
    pet: pet?.name ?? null,
    starts_at,
  }));
}

const MOST_NUMBERED = 10;

/** As many choices as the channel can show. Without buttons and lists they become a numbered text. */
function shown({ facts }: Turn, choices: readonly DraftChoice[]): DraftChoice[] {
  const { buttons, list_rows, label } = facts.channel;
  const most = Math.max(buttons, list_rows) || MOST_NUMBERED;
  return choices.slice(0, most).map((choice) => ({ ...choice, label: cutLabel(choice.label, label) }));
}

function cutLabel(label: string, most: number): string {
  return label.length <= most ? label : `${splitText(label, most - 1)[0] ?? ''}…`;
}

export function slotChoices(turn: Turn, offers: readonly OfferedSlot[]): DraftChoice[] {
  const { time_zone } = turn.facts.company;
  return offers.map(({ alias, starts_at }) => ({
    id: `offer:${alias}`,
    label: slotLabel(starts_at, turn.language, time_zone),
  }));
}

export function menu(turn: Turn): DraftChoice[] {
  return (['book', 'price', 'hours'] as const).map((name) => ({ id: `do:${name}`, label: turn.say(`menu_${name}`) }));
}
