import type { Draft, Pending } from '../core.types.js';
import { ask, joined, menu, reply } from '../drafts.js';
import type { Turn, Work } from '../turn.js';
import { askToConfirm, carryOut } from './confirming.js';
import { infoAnswer, isInfo } from './info.js';
import { type Line, verdictOfAll } from './reading.js';
import { chooseSlot, offerAgain, offerSlots, present } from './slots.js';

/**
 * Answers that only code may understand, with or without a model: yes or no to the open question, and the choice of an offered slot.
 * @returns null if the messages are none of these
 */
export function* settle(turn: Turn, lines: readonly Line[]): Work<Draft | null> {
  const { pending, topic } = turn.dialogue;
  const verdict = verdictOfAll(turn, lines);
  if (pending && verdict === 'yes') {
    const extra = extraNow(turn, pending);
    if (extra !== pending.extra) return askToConfirm(turn, { ...pending, extra, asked_seq: turn.lastSeq });
    const written = yield* carryOut(turn, pending);
    if (!written.ok) return yield* offerAgain(turn, written.code);
    const asides = answersOf(turn, lines);
    return { ...written.value, text: joined([written.value.text, ...asides]) };
  }
  if (lines.some(({ isStop }) => isStop) && topic !== null) return end(turn, 'stopped');
  if (lines.some(({ isStale }) => isStale)) return yield* renew(turn);
  const slot = lines.findLast((line) => line.slot !== null)?.slot ?? null;
  if (slot && topic !== null && topic !== 'cancel' && !changesMore(turn, lines)) return yield* chooseSlot(turn, slot);
  const isBare = lines.every(({ when, services, pets, intents }) => {
    const isDated = when.from !== null || when.time !== null || when.part_of_day !== null;
    return !isDated && services.length === 0 && pets.length === 0 && !intents.some((intent) => intent !== 'thanks');
  });
  return pending && verdict === 'no' && isBare ? decline(turn) : null;
}

/** The customer has agreed to the fee of the question, and a later change may cost another one. */
function extraNow(turn: Turn, { kind, appointment, extra }: Pending): string | null {
  if (kind === 'book') return extra;
  const own = turn.appointment(appointment);
  return (kind === 'move' ? own?.move_fee : own?.cancel_fee) ?? null;
}

function answersOf(turn: Turn, lines: readonly Line[]): string[] {
  const intents = new Set(lines.flatMap((line) => line.intents).filter(isInfo));
  return [...intents].map((intent) => infoAnswer(turn, intent, lines).text);
}

/** Whether the messages name another service or pet beside the slot, so that the slot does not fit any more. */
function changesMore({ dialogue }: Turn, lines: readonly Line[]): boolean {
  const { service, pet } = dialogue.known;
  const isOther = (named: readonly { readonly alias: string }[], known: string | null): boolean =>
    known !== null && named.length > 0 && !named.some(({ alias }) => alias === known);
  return lines.some((line) => isOther(line.services, service) || isOther(line.pets, pet));
}

function end(turn: Turn, key: 'stopped' | 'not_done'): Draft {
  turn.close();
  turn.hasProgress = true;
  return reply(turn.say(key));
}

/** After a tap on an old button: the open question again, or new times. */
function* renew(turn: Turn): Work<Draft> {
  const { pending, topic } = turn.dialogue;
  if (pending) return askToConfirm(turn, pending);
  if (topic === 'book' || topic === 'move') return yield* offerSlots(turn, [turn.say('offer_expired')]);
  return ask(turn, turn.say('nothing_done'), menu(turn));
}

/** Nothing is written. Of a booking or a move, the other times are shown again. */
function decline(turn: Turn): Draft {
  const { offers, topic } = turn.dialogue;
  const hasOthers = topic !== 'cancel' && offers.length > 1;
  return hasOthers ? present(turn, offers, [turn.say('not_done')]) : end(turn, 'not_done');
}
