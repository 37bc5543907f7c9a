import type { Draft } from '../core.types.js';
import { ask, handOff, joined, menu } from '../drafts.js';
import type { OwnAppointment, PetCard, ServiceFacts } from '../facts.types.js';
import { isForSpecies } from '../intents/mentions.js';
import type { Turn, Work } from '../turn.js';
import { type Asked, bookable, choicesOf } from './choices.js';
import { askToConfirm } from './confirming.js';
import { offerSlots } from './slots.js';

/** Asks for the first missing detail of the open topic. @param candidates services that the messages name, if they are not clear */
export function* continueTopic(
  turn: Turn,
  notes: readonly string[] = [],
  candidates: readonly ServiceFacts[] = [],
): Work<Draft> {
  switch (turn.dialogue.topic) {
    case 'book':
      return yield* continueBooking(turn, notes, candidates);
    case 'move':
      return yield* continueMove(turn, notes);
    case 'cancel':
      return continueCancel(turn, notes);
    case null:
      return ask(turn, joined([...notes, turn.say('can_do')]), menu(turn));
  }
}

function* continueBooking(turn: Turn, notes: readonly string[], candidates: readonly ServiceFacts[]): Work<Draft> {
  const service = turn.service(turn.dialogue.known.service);
  if (service && !service.is_bookable) return handOff(turn, 'not_allowed_here', [...notes, turn.say('no_bookable')]);
  if (!service) {
    const services = bookable(turn).filter((each) => candidates.length === 0 || candidates.includes(each));
    const [only] = services;
    if (!only) return handOff(turn, 'not_allowed_here', [...notes, turn.say('no_bookable')]);
    if (services.length > 1) return question(turn, 'service', services, notes);
    turn.learn({ service: only.alias });
  }
  const pets = petsFor(turn);
  if (turn.dialogue.known.pet === null && pets.length > 1) return question(turn, 'pet', pets, notes);
  if (turn.dialogue.known.pet === null && pets[0]) turn.learn({ pet: pets[0].alias });
  return yield* offerSlots(turn, notes);
}

/** The pets that can have the service; all pets if it fits none, so that staff see what the customer wants. */
function petsFor(turn: Turn): readonly PetCard[] {
  const service = turn.service(turn.dialogue.known.service);
  const fitting = turn.facts.pets.filter((pet) => service === null || isForSpecies(service, pet));
  return fitting.length > 0 ? fitting : turn.facts.pets;
}

function question(
  turn: Turn,
  asked: Asked,
  items: readonly { readonly alias: string }[],
  notes: readonly string[],
): Draft {
  const options = items.map(({ alias }) => alias);
  turn.update({ asked, options });
  return ask(turn, joined([...notes, turn.say(`ask_${asked}`)]), choicesOf(turn, asked, options));
}

function* continueMove(turn: Turn, notes: readonly string[]): Work<Draft> {
  const own = ownAppointment(turn);
  if (own === null) return askAppointment(turn, notes);
  if (!own.may_move) return handOff(turn, 'not_allowed_here', [...notes, turn.say('not_allowed')]);
  return yield* offerSlots(turn, notes);
}

function continueCancel(turn: Turn, notes: readonly string[]): Draft {
  const own = ownAppointment(turn);
  if (own === null) return askAppointment(turn, notes);
  if (!own.may_cancel) return handOff(turn, 'not_allowed_here', [...notes, turn.say('not_allowed')]);
  const pending = { kind: 'cancel', offer: null, appointment: own.alias, service: null, pet: null } as const;
  return askToConfirm(turn, { ...pending, extra: own.cancel_fee, asked_seq: turn.lastSeq }, notes);
}

/** The appointment that is meant: the known one, or the only one. */
function ownAppointment(turn: Turn): OwnAppointment | null {
  const { appointments } = turn.facts;
  const own = turn.appointment(turn.dialogue.known.appointment) ?? (appointments.length === 1 ? appointments[0] : null);
  if (own) turn.learn({ appointment: own.alias });
  return own ?? null;
}

function askAppointment(turn: Turn, notes: readonly string[]): Draft {
  if (turn.facts.appointments.length > 0) return question(turn, 'appointment', turn.facts.appointments, notes);
  turn.close();
  return ask(turn, joined([...notes, turn.say('no_appointments'), turn.say('can_do')]), menu(turn));
}
