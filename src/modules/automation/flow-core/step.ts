import {
  type CompiledFlow,
  type EffectOutcome,
  type FlowFacts,
  type FlowInput,
  type Json,
  LIMITS,
  type RunState,
  type StepResult,
  type Wait,
} from './core.types.js';
import type { FlowNode, NodeOf, TriggerData } from './graph.js';
import { act, afterAction } from './run/acting.js';
import { hearPet, isPetQuestion, afterPetQuestion, withChosenPet } from './run/choosing-pet.js';
import { isTrue } from './run/conditions.js';
import { afterSend, hear, speak } from './run/speaking.js';
import { FillError } from './texts.js';
import { isByCustomer } from './triggers.js';
import { end, endedState, type Ending, leave, logLine, type Turn, valuesOf } from './run/turn.js';

const MINUTE_MS = 60_000;

/** A run that has not taken its first step. `vars` are values that the event brings. */
export function newRun(_flow: CompiledFlow, triggerNodeId: string, vars: Record<string, Json> = {}): RunState {
  return {
    status: 'running',
    node_id: triggerNodeId,
    steps: 0,
    visits: {},
    messages_since_answer: 0,
    vars,
    wait: null,
    stop_reason: null,
  };
}

/**
 * Runs one node, or gives a waiting node what it waits for. An input that does not fit the state changes nothing: the result has the
 * same `state` object and no log. An answer at `wait.until` or later counts as the end of the waiting time.
 */
export function step(flow: CompiledFlow, state: RunState, input: FlowInput, now: Date): StepResult {
  if (!isFor(state, input, now)) return { state, effects: [], log: [] };
  const node = flow.nodes.get(state.node_id);
  if (!node) return { state: endedState(state, ['failed', 'node_missing']), effects: [], log: [] };
  const turn: Turn = { flow, node, state, facts: withChosenPet(input.facts, state), now };
  try {
    return take(turn, input);
  } catch (error) {
    if (!(error instanceof FillError)) throw error;
    // A repetition would fail again, so the run ends instead of blocking the conversation.
    return end(turn, ['failed', 'action_failed'], error.code);
  }
}

function take(turn: Turn, input: FlowInput): StepResult {
  const { state, now } = turn;
  if (state.status === 'running') return enter(turn);
  const { wait } = state;
  if (input.kind === 'outcome') return afterEffect(turn, input.outcome);
  if (wait?.kind !== 'answer') return leave(turn, 'next');
  if (input.kind !== 'answer' || isOver(wait, now)) return noAnswer(turn);
  if (isAction(turn)) return hearPet(turn, wait, input);
  const heard = isSpeaking(turn) ? hear(turn, wait, input) : null;
  return heard ?? { state, effects: [], log: [] };
}

function isFor({ status, wait }: RunState, { kind }: FlowInput, now: Date): boolean {
  switch (status) {
    case 'running':
      return kind === 'go_on';
    case 'waiting_input':
      return kind === 'answer' || (kind === 'time' && isOver(wait, now));
    case 'waiting_delay':
      return kind === 'time' && isOver(wait, now);
    case 'waiting_effect':
      return kind === 'outcome';
    default:
      return false;
  }
}

function isOver(wait: Wait | null, now: Date): boolean {
  return wait !== null && wait.kind !== 'effect' && now.getTime() >= Date.parse(wait.until);
}

function enter(turn: Turn): StepResult {
  const { node, state } = turn;
  const visits = (Object.hasOwn(state.visits, node.id) ? (state.visits[node.id] ?? 0) : 0) + 1;
  const limit = limitAt(state.steps + 1, visits);
  if (limit) return { state: endedState(state, limit), effects: [], log: [] };
  return run({ ...turn, state: { ...state, steps: state.steps + 1, visits: { ...state.visits, [node.id]: visits } } });
}

function limitAt(steps: number, visits: number): Ending | null {
  if (steps > LIMITS.steps) return ['stopped', 'too_many_steps'];
  return visits > LIMITS.visitsOfNode ? ['stopped', 'too_many_visits'] : null;
}

/** The message that started the flow. A comment is none. */
function heardBy(trigger: TriggerData, { last_text }: FlowFacts): string | null {
  return isByCustomer(trigger) && trigger.kind !== 'comment' && last_text !== '' ? last_text : null;
}

function run(turn: Turn): StepResult {
  const { node, facts, now } = turn;
  switch (node.type) {
    case 'trigger':
      return leave(turn, 'next', heardBy(node.data, facts));
    case 'message':
    case 'ask':
      return speak({ ...turn, node });
    case 'condition':
      return leave(turn, isTrue(node.data, { facts, values: valuesOf(turn), now }) ? 'true' : 'false');
    case 'action':
      return act({ ...turn, node });
    case 'delay':
      return delay({ ...turn, node });
    case 'end':
      return end(turn, ['done', 'finished']);
  }
}

function delay(turn: Turn<NodeOf<'delay'>>): StepResult {
  const { node, state, now } = turn;
  const until = new Date(now.getTime() + node.data.minutes * MINUTE_MS).toISOString();
  const wait = { kind: 'delay', node_id: node.id, until } as const;
  return { state: { ...state, status: 'waiting_delay', wait }, effects: [], log: [logLine(turn, null, until)] };
}

/** Of an action: nobody said which pet the booking is for. */
function noAnswer(turn: Turn): StepResult {
  return isAction(turn) ? leave(turn, 'error', 'NO_ANSWER') : leave(turn, 'timeout');
}

function afterEffect(turn: Turn, outcome: EffectOutcome): StepResult {
  const { wait } = turn.state;
  const tries = wait?.kind === 'effect' ? wait.tries : 0;
  const isQuestion = isPetQuestion(wait);
  if ((isQuestion || isSpeaking(turn)) && !outcome.ok) return end(turn, ['failed', 'send_failed'], outcome.code);
  if (isQuestion) return afterPetQuestion(turn, wait);
  if (isSpeaking(turn)) return afterSend(turn, tries);
  return isAction(turn) ? afterAction(turn, outcome) : leave(turn, 'next');
}

function isSpeaking(turn: Turn): turn is Turn<NodeOf<'message' | 'ask'>> {
  return turn.node.type === 'message' || turn.node.type === 'ask';
}

function isAction(turn: Turn): turn is Turn<Extract<FlowNode, { type: 'action' }>> {
  return turn.node.type === 'action';
}
