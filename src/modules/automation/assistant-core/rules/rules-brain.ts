import { escapeOf } from '../../flow-core/index.js';
import { TURN_LIMITS, type Draft } from '../core.types.js';
import { ask, handOff, joined, menu, noop, reply } from '../drafts.js';
import { verdictOf } from '../intents/confirmation.js';
import type { Intent } from '../intents/intent-words.js';
import { isQuestion } from '../intents/intents.js';
import { answerTime } from '../texts/moments.js';
import type { Turn, Work } from '../turn.js';
import { askToConfirm } from './confirming.js';
import { infoAnswer, isInfo, serviceText } from './info.js';
import { passagesFor } from './knowledge.js';
import { learn, topicOf } from './learning.js';
import type { Line } from './reading.js';
import { present } from './slots.js';
import { keepTold, withNotes } from './told-facts.js';
import { continueTopic } from './topics.js';

/** Answers without a model: from facts, from articles, and by a dialogue that books, moves and cancels. */
export function* rulesBrain(turn: Turn, lines: readonly Line[]): Work<Draft> {
  const notes = yield* keepTold(turn, lines);
  return withNotes(yield* answerOf(turn, lines, notes.length > 0), notes);
}

/** @param hasTold the customer has told something that is noted, so the messages may ask nothing */
function* answerOf(turn: Turn, lines: readonly Line[], hasTold: boolean): Work<Draft> {
  if (lines.length === 0) return yield* misunderstood(turn, turn.say('files_only'));
  if (lines.some(({ text }) => escapeOf(text) === 'restart')) return greet(turn);
  const info = infoOf(turn, lines);
  const opened = topicOf(turn, lines);
  const topic = opened ?? turn.dialogue.topic;
  const candidates = lines.findLast(({ services }) => services.length > 0)?.services ?? [];
  if (topic !== null && (learn(turn, topic, lines) || candidates.length > 1)) {
    return { ...(yield* continueTopic(turn, info.texts, candidates)), gap: info.gap };
  }
  if (info.texts.length > 0 || opened !== null) {
    turn.hasProgress ||= info.texts.length > 0;
    return { ...(yield* withOpenQuestion(turn, info.texts)), gap: info.gap };
  }
  if (hasTold && !isQuestion(textOf(lines))) return yield* withOpenQuestion(turn, []);
  if (topic === null) return yield* smallTalk(turn, lines);
  const isPolite = lines.every(({ intents }) => intents.length > 0);
  return isPolite ? yield* withOpenQuestion(turn, []) : yield* unknown(turn, lines);
}

/** Answers from the facts. Opening hours are not asked for where "horario" means the time of a booking. */
function infoOf(turn: Turn, lines: readonly Line[]): { texts: string[]; gap: string | null } {
  const isBooking = turn.dialogue.topic !== null || topicOf(turn, lines) === 'book';
  const isDated = lines.some(({ when }) => when.from !== null || when.time !== null || when.part_of_day !== null);
  const intents = new Set(lines.flatMap((line) => line.intents).filter(isInfo));
  if (isBooking && isDated) intents.delete('hours');
  const answers = [...intents].map((intent) => infoAnswer(turn, intent, lines));
  const isUnknown = answers.some(({ isKnown }) => !isKnown);
  return { texts: answers.map(({ text }) => text), gap: isUnknown ? textOf(lines) : null };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** The open question again, with an answer before it. */
function* withOpenQuestion(turn: Turn, notes: readonly string[]): Work<Draft> {
  const { pending, offers, asked, topic } = turn.dialogue;
  if (topic === null) return reply(joined(notes));
  if (pending) return askToConfirm(turn, pending, notes);
  if (asked === 'slot' && offers.length > 0) return present(turn, offers, notes);
  return yield* continueTopic(turn, notes);
}

function greet(turn: Turn): Draft {
  turn.close();
  turn.hasProgress = true;
  return ask(turn, turn.say('greeting'), menu(turn));
}

function* smallTalk(turn: Turn, lines: readonly Line[]): Work<Draft> {
  const intents = new Set<Intent>(lines.flatMap((line) => line.intents));
  if (intents.has('thanks') && !isQuestion(textOf(lines))) return reply(turn.say('welcome'));
  if (lines.every(({ text }) => verdictOf(text, '', turn.language) !== 'unclear')) return noop('nothing_asked');
  if (intents.has('greeting') && !isQuestion(withoutGreeting(lines))) return greet(turn);
  return yield* unknown(turn, lines);
}

/** A greeting such as "Oi, tudo bem?" is not searched in the knowledge. */
function withoutGreeting(lines: readonly Line[]): string {
  return textOf(lines).replace(/tudo (bem|bom)\s*\?|how are you\s*\?|qu[eé] tal\s*\?|c[oó]mo est[aá]s?n?\s*\?/giu, '');
}

/** An article answers, or the team is asked, or the customer is asked to say it in other words. */
function* unknown(turn: Turn, lines: readonly Line[]): Work<Draft> {
  const text = textOf(lines);
  if (!isQuestion(text)) return yield* misunderstood(turn, turn.say('not_understood'));
  const [passage] = yield* passagesFor(turn, [text]);
  if (passage) {
    turn.hasProgress = true;
    return { ...(yield* withOpenQuestion(turn, [passage.text])), citations: [passage.id] };
  }
  const services = lines.flatMap((line) => line.services);
  if (services.length > 0) {
    turn.hasProgress = true;
    return yield* withOpenQuestion(
      turn,
      services.map((service) => serviceText(turn, service)),
    );
  }
  const note = turn.say('ask_team', { when: answerTime(turn.facts, turn.language) });
  return { ...(yield* misunderstood(turn, note)), gap: text };
}

function* misunderstood(turn: Turn, note: string): Work<Draft> {
  const count = turn.dialogue.misunderstood + 1;
  turn.isUnderstood = false;
  if (count >= TURN_LIMITS.misunderstood) return handOff(turn, 'not_understood');
  turn.update({ misunderstood: count });
  if (turn.dialogue.topic !== null) return yield* withOpenQuestion(turn, [note]);
  return ask(turn, joined([note, turn.say('can_do')]), menu(turn));
}
