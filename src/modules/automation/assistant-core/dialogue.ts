import type { DialogueState, Known, Pending } from './core.types.js';
import type { TurnFacts } from './facts.types.js';

/** How long a yes counts as the answer to a question. */
const QUESTION_LIFE_MS = 60 * 60_000;

export const NOTHING_KNOWN: Known = {
  service: null,
  pet: null,
  appointment: null,
  from: null,
  to: null,
  part_of_day: null,
  time: null,
};

/** The dialogue at the start of an episode. */
export function newDialogue(): DialogueState {
  return {
    language: null,
    topic: null,
    known: NOTHING_KNOWN,
    asked: null,
    options: [],
    offers: [],
    pending: null,
    misunderstood: 0,
    turns_without_progress: 0,
    is_introduced: false,
  };
}

/** Without aliases that the facts do not have any more, for instance those of a deleted pet. */
export function stillKnown(dialogue: DialogueState, facts: TurnFacts): DialogueState {
  const service = keep(dialogue.known.service, facts.services);
  const pet = keep(dialogue.known.pet, facts.pets);
  const appointment = keep(dialogue.known.appointment, facts.appointments);
  const offers = dialogue.offers.filter(({ alias }) => facts.offers.some((offer) => offer.alias === alias));
  const { pending } = dialogue;
  const isPendingKnown =
    pending !== null &&
    keep(pending.service, facts.services) === pending.service &&
    keep(pending.pet, facts.pets) === pending.pet &&
    keep(pending.appointment, facts.appointments) === pending.appointment &&
    isFresh(pending, facts);
  return {
    ...dialogue,
    known: { ...dialogue.known, service, pet, appointment },
    offers,
    pending: isPendingKnown ? pending : null,
  };
}

/** An old "ok" may mean another message, and staff may have moved the appointment since the question. */
function isFresh({ asked_at, appointment, starts_at }: Pending, { now, appointments }: TurnFacts): boolean {
  const age = Date.parse(now) - Date.parse(asked_at);
  const own = appointments.find(({ alias }) => alias === appointment);
  return age < QUESTION_LIFE_MS && (own?.starts_at ?? null) === starts_at;
}

function keep(alias: string | null, known: readonly { readonly alias: string }[]): string | null {
  return known.some((each) => each.alias === alias) ? alias : null;
}
