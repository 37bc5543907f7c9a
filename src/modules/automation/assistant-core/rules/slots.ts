import { TURN_LIMITS, type Draft, type Known, type Question } from '../core.types.js';
import { ask, handOff, joined, slotChoices } from '../drafts.js';
import type { OfferedSlot } from '../facts.types.js';
import { plusDays } from '../intents/when.js';
import { type ToolResult, type Turn, useTool, type Work } from '../turn.js';
import { whatOf, whatOfAppointment } from './choices.js';
import { askToConfirm } from './confirming.js';

/** How far a search without a date looks. */
const SEARCH_DAYS = 14;

/** What is searched: the service and pet of a booking, or the appointment that moves. */
export function openWhat(turn: Turn): string {
  const { topic, known } = turn.dialogue;
  const own = topic === 'book' ? null : turn.appointment(known.appointment);
  if (own) return whatOfAppointment(own);
  return whatOf(turn.service(known.service)?.name ?? '', turn.pet(known.pet)?.name ?? null);
}

/** Searches free times with all known details, then without the day. A free time that the customer has named needs no choice. @param notes stand before the question */
export function* offerSlots(turn: Turn, notes: readonly string[] = []): Work<Draft> {
  const { known } = turn.dialogue;
  const from = known.from !== null && known.from > turn.today ? known.from : turn.today;
  const to = known.to !== null && known.to >= from ? known.to : plusDays(from, SEARCH_DAYS);
  const found = yield* search(turn, { ...known, from, to });
  if (!found.ok) return handOff(turn, 'tool_failed', notes);
  const wished = found.value.filter(({ starts_at }) => known.time !== null && turn.time(starts_at) === known.time);
  if (wished.length === 1 && wished[0]) return yield* chooseSlot(turn, wished[0], notes);
  const isMissed = known.time !== null && wished.length === 0 && found.value.length > 0;
  if (found.value.length > 0) {
    return present(turn, found.value, isMissed ? [...notes, turn.say('not_that_time')] : notes);
  }
  return yield* offerOtherDays(turn, from, notes);
}

function* offerOtherDays(turn: Turn, from: string, notes: readonly string[]): Work<Draft> {
  const { known } = turn.dialogue;
  const isNarrow = known.to !== null || known.part_of_day !== null || known.time !== null;
  const open: Known = { ...known, from, to: plusDays(from, SEARCH_DAYS), part_of_day: null, time: null };
  const found = isNarrow ? yield* search(turn, open) : { ok: true as const, value: [] };
  if (!found.ok) return handOff(turn, 'tool_failed', notes);
  turn.learn({ from: null, to: null, part_of_day: null, time: null });
  const what = openWhat(turn);
  if (found.value.length > 0) return present(turn, found.value, notes, turn.say('other_days', { what }));
  turn.update({ offers: [], asked: 'slot' });
  return ask(turn, joined([...notes, turn.say('no_slots', { what, days: String(SEARCH_DAYS) })]), []);
}

export function* search(turn: Turn, wish: Known): Work<ToolResult<OfferedSlot[]>> {
  const isMove = turn.dialogue.topic === 'move';
  const result = yield* useTool(turn, 'find_slots', {
    service: isMove ? null : wish.service,
    pet: isMove ? null : wish.pet,
    appointment: isMove ? wish.appointment : null,
    from: wish.from ?? turn.today,
    to: wish.to ?? plusDays(wish.from ?? turn.today, SEARCH_DAYS),
    part_of_day: wish.part_of_day,
    time: wish.time,
  });
  return result.ok ? { ok: true, value: result.value.offers.slice(0, TURN_LIMITS.offers) } : result;
}

/** Shows the open offer, with the reason why it is shown again. */
export function present(turn: Turn, offers: readonly OfferedSlot[], notes: readonly string[], text?: string): Draft {
  turn.hasProgress = true;
  turn.update({ offers, asked: 'slot', pending: null });
  const key = turn.dialogue.topic === 'move' ? 'offer_move' : 'offer_slots';
  const question = text ?? turn.say(key, { what: openWhat(turn) });
  return { ...ask(turn, joined([...notes, question]), slotChoices(turn, offers)), action: 'offer_slots' };
}

/** Holds a slot for a booking; a move needs no hold, because the old time stays until the move is confirmed. */
export function* chooseSlot(turn: Turn, slot: OfferedSlot, notes: readonly string[] = []): Work<Draft> {
  const { topic, known } = turn.dialogue;
  turn.hasProgress = true;
  if (topic === 'move') {
    const fee = turn.appointment(known.appointment)?.move_fee ?? null;
    return askToConfirm(turn, { ...pendingOf(turn, slot), kind: 'move', extra: fee }, notes);
  }
  const held = yield* useTool(turn, 'hold_slot', { offer: slot.alias });
  if (held.ok) {
    turn.quotable.push(held.value.price ?? '', ...held.value.notes);
    const price = held.value.price ?? turn.service(known.service)?.price ?? null;
    return askToConfirm(turn, { ...pendingOf(turn, slot), extra: price }, [...notes, ...held.value.notes]);
  }
  return yield* offerAgain(turn, held.code, notes);
}

function pendingOf({ dialogue, lastSeq }: Turn, offer: OfferedSlot): Question {
  const { service, pet, appointment } = dialogue.known;
  return { kind: 'book', offer, appointment, service, pet, extra: null, asked_seq: lastSeq };
}

/** After a slot was lost: other times on the same day. Any other failure goes to staff. */
export function* offerAgain(turn: Turn, code: string, notes: readonly string[] = []): Work<Draft> {
  turn.update({ pending: null, offers: [] });
  turn.learn({ time: null });
  if (code === 'SLOT_TAKEN') return yield* offerSlots(turn, [...notes, turn.say('slot_taken')]);
  if (code === 'OFFER_EXPIRED') return yield* offerSlots(turn, [...notes, turn.say('offer_expired')]);
  return handOff(turn, code === 'NOT_ALLOWED' ? 'not_allowed_here' : 'tool_failed', notes);
}
