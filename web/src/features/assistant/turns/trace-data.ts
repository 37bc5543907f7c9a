import type { TryAnswer, Turn, TurnAction, TurnCall } from '../assistant-types.ts';

/** What is known about an answer of the assistant, in a conversation or in a trial. */
export interface TraceData {
  action: TurnAction | null;
  reason: string | null;
  brain: 'rules' | 'model';
  intents: readonly string[];
  language: string | null;
  /** `text` is the passage that was found. */
  sources: readonly { id: string; title: string; score: number; text?: string }[];
  calls: readonly TurnCall[];
  gates: readonly string[];
  modelSteps: number;
  tokens: { input: number; output: number };
  cents: number;
}

export function traceOfTurn(turn: Turn): TraceData {
  const { action, reason, brain, intents, language, sources, calls, gates, model_steps, tokens, cents } = turn;
  const facts = { reason, brain, intents, language, sources, calls, gates, modelSteps: model_steps, tokens, cents };
  return { ...facts, action: action as TurnAction | null };
}

export function traceOfTrial(answer: TryAnswer): TraceData {
  const { action, reason, brain, intent, language, sources, tool_calls: calls, gates, usage } = answer;
  const { model_steps: modelSteps, input_tokens: input, output_tokens: output, cents } = usage;
  const intents = intent === '' ? [] : [intent];
  return {
    action,
    reason,
    brain,
    intents,
    language,
    sources,
    calls,
    gates,
    modelSteps,
    tokens: { input, output },
    cents,
  };
}

/** The arguments of a call in one line; empty where it has none. */
export function argsWords(args: unknown): string {
  if (typeof args !== 'object' || args === null) return '';
  return Object.entries(args)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
