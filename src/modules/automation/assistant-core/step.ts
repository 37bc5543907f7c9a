import { escapeOf, isEmergency } from '../flow-core/index.js';
import { TURN_LIMITS, type Draft, type StepInput, type StepResult, type TurnState } from './core.types.js';
import { handOff, handOffWith, joined, noop } from './drafts.js';
import { throughGates } from './gates/gates.js';
import { INTENTS } from './intents/intent-words.js';
import { modelBrain } from './model/model-brain.js';
import { PRODUCT_RULES } from './model/product-rules.js';
import { readMessages } from './rules/reading.js';
import { rulesBrain } from './rules/rules-brain.js';
import { settle } from './rules/settling.js';
import { keepTold, withNotes } from './rules/told-facts.js';
import { Turn, type Work } from './turn.js';

/**
 * One step of a turn: it ends with an effect to run, or with the draft. The turn is run from its start with the outcomes so far, so the state
 * is nothing but facts and outcomes, and every turn can be replayed.
 */
export function step(before: TurnState, input: StepInput): StepResult {
  const state = input.kind === 'start' ? before : { ...before, outcomes: [...before.outcomes, input] };
  const turn = new Turn(state);
  const work = answer(turn, state);
  let next = work.next();
  for (const outcome of state.outcomes) {
    if (next.done) break;
    next = work.next(outcome);
  }
  if (!next.done && state.outcomes.length < TURN_LIMITS.effects) return { done: false, state, effect: next.value };
  const draft = next.done ? next.value : introduced(turn, handOff(turn, 'no_progress'));
  return { done: true, state, draft, dialogue: turn.dialogue, trace: turn.trace() };
}

function* answer(turn: Turn, state: TurnState): Work<Draft> {
  const draft = yield* decide(turn, state);
  if (draft.action === 'noop') return draft;
  const secretTexts = state.model ? [PRODUCT_RULES, state.model.persona] : [];
  return introduced(turn, withLink(turn, throughGates(turn, counted(turn, draft), secretTexts)));
}

function* decide(turn: Turn, { model }: TurnState): Work<Draft> {
  const { facts } = turn;
  if (facts.silence !== null) return noop(facts.silence);
  const texts = facts.messages.map(({ text }) => text);
  if (escapeOf(texts.at(-1) ?? '') === 'opt_out') return noop('opted_out');
  if (isEmergency(texts.join('\n')) || texts.some(isEmergency)) return emergency(turn);
  const lines = readMessages(turn);
  turn.intents = INTENTS.filter((intent) => lines.some((line) => line.intents.includes(intent)));
  if (turn.intents.includes('person')) return handOff(turn, 'customer_wants_person');
  if (turn.intents.includes('complaint')) return handOff(turn, 'complaint');
  const settled = yield* settle(turn, lines);
  // The model keeps what customers tell by a tool.
  if (settled) return model ? settled : withNotes(settled, yield* keepTold(turn, lines));
  return model && lines.length > 0 ? yield* modelBrain(turn, lines, model) : yield* rulesBrain(turn, lines);
}

/** No model and no advice: the number to call, and an alarm for staff. */
function emergency(turn: Turn): Draft {
  const { emergency_phone, phone } = turn.facts.company;
  const number = emergency_phone ?? phone;
  const text = number ? turn.say('emergency', { phone: number }) : turn.say('emergency_without_phone');
  return handOffWith(turn, 'emergency', text);
}

/** Counts turns without progress; too many of them go to a person. */
function counted(turn: Turn, draft: Draft): Draft {
  if (draft.action === 'handoff') return draft;
  const turns_without_progress = turn.hasProgress ? 0 : turn.dialogue.turns_without_progress + 1;
  if (turns_without_progress >= TURN_LIMITS.turnsWithoutProgress) return handOff(turn, 'no_progress');
  turn.update({ turns_without_progress, misunderstood: turn.isUnderstood ? 0 : turn.dialogue.misunderstood });
  return draft;
}

/** The link is added by code after the gates, because a text of the model may hold no such address. */
function withLink(turn: Turn, draft: Draft): Draft {
  if (turn.manageLink === null || draft.action === 'handoff') return draft;
  return { ...draft, text: joined([draft.text, turn.say('manage', { link: turn.manageLink })]) };
}

/** The first message of an episode says that an assistant writes; in an emergency, after the number to call. */
function introduced(turn: Turn, draft: Draft): Draft {
  if (turn.dialogue.is_introduced) return draft;
  turn.update({ is_introduced: true });
  const intro = turn.say('intro', { company: turn.facts.company.name });
  const text = draft.reason === 'emergency' ? joined([draft.text, intro]) : joined([intro, draft.text]);
  return { ...draft, text };
}
