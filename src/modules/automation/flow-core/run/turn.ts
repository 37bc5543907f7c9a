import { outletKey } from '../compile.js';
import {
  type CompiledFlow,
  type FlowEffect,
  type FlowFacts,
  LIMITS,
  type RunState,
  type SentText,
  type StepLog,
  type StepResult,
  type StopReason,
} from '../core.types.js';
import type { FlowNode } from '../graph.js';
import { cut, fill, type Sink, templateValues, type TemplateValues } from '../texts.js';

const MAX_NOTE = 200;

/** One call of `step` at one node. */
export interface Turn<Node extends FlowNode = FlowNode> {
  readonly flow: CompiledFlow;
  readonly node: Node;
  readonly state: RunState;
  readonly facts: FlowFacts;
  readonly now: Date;
}

type EndStatus = 'done' | 'failed' | 'stopped' | 'handed_off';
export type Ending = readonly [status: EndStatus, reason: StopReason];

/** How a run ends at an outlet without an edge; other outlets finish it. */
const ENDINGS: Readonly<Record<string, Ending>> = {
  timeout: ['stopped', 'no_answer'],
  error: ['failed', 'action_failed'],
};
const FINISHED: Ending = ['done', 'finished'];

/** Takes an outlet; the run ends if the outlet has no edge. */
export function leave(turn: Turn, outlet: string, note: string | null = null): StepResult {
  const target = turn.flow.targets.get(outletKey(turn.node.id, outlet));
  if (target === undefined) return end(turn, ENDINGS[outlet] ?? FINISHED, note, outlet);
  const state: RunState = { ...turn.state, status: 'running', node_id: target, wait: null };
  return { state, effects: [], log: [logLine(turn, outlet, note)] };
}

export function end(turn: Turn, ending: Ending, note: string | null = null, outlet: string | null = null): StepResult {
  return { state: endedState(turn.state, ending), effects: [], log: [logLine(turn, outlet, note)] };
}

export function endedState(state: RunState, [status, stop_reason]: Ending): RunState {
  return { ...state, status, stop_reason, wait: null };
}

/** Asks for an effect outside the run and waits for its outcome. */
export function ask(turn: Turn, effect: FlowEffect, note: string | null = null, tries = 0): StepResult {
  const { node, state } = turn;
  const wait = { kind: 'effect', node_id: node.id, step: state.steps, tries } as const;
  return { state: { ...state, status: 'waiting_effect', wait }, effects: [effect], log: [logLine(turn, null, note)] };
}

export function send(turn: Turn, message: SentText, tries = 0): StepResult {
  const sent = turn.state.messages_since_answer + 1;
  if (sent > LIMITS.messagesWithoutAnswer) return end(turn, ['stopped', 'too_many_messages']);
  const state = { ...turn.state, messages_since_answer: sent };
  return ask({ ...turn, state }, { kind: 'send', message }, message.text, tries);
}

export function isConnected({ flow, node }: Turn, outlet: string): boolean {
  return flow.targets.has(outletKey(node.id, outlet));
}

export function valuesOf({ facts, state }: Turn): TemplateValues {
  return templateValues(facts, state.vars);
}

export function filled(turn: Turn, template: string, sink: Sink = 'text'): string {
  return fill(template, template.includes('{{') ? valuesOf(turn) : {}, sink);
}

export function logLine({ node, state, now }: Turn, outlet: string | null, note: string | null): StepLog {
  return {
    step: state.steps,
    node_id: node.id,
    type: node.type,
    at: now.toISOString(),
    outlet,
    note: note === null ? null : cut(note, MAX_NOTE),
  };
}
