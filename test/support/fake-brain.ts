import type { ModelAnswer } from '../../src/modules/automation/assistant-core/index.js';

const tokens = { input: 100, output: 20 };

/** A well-formed answer of a model. */
export function says(reply: string, more: Readonly<Record<string, unknown>> = {}): ModelAnswer {
  const answer = { action: 'reply', reply, intent: 'other', confidence: 1, citations: [], summary: null, ...more };
  return { ok: true, content: JSON.stringify(answer), tool_calls: [], tokens };
}

let callNumber = 0;

/** @param calls pairs of a tool and its arguments */
export function wants(...calls: readonly (readonly [name: string, args: unknown])[]): ModelAnswer {
  const tool_calls = calls.map(([name, args]) => ({
    id: `call-${++callNumber}`,
    name,
    args: typeof args === 'string' ? args : JSON.stringify(args),
  }));
  return { ok: true, content: null, tool_calls, tokens };
}

/** An answer that is not of the schema. */
export const raw = (content: string | null): ModelAnswer => ({ ok: true, content, tool_calls: [], tokens });

/** Gives these answers one after the other, and the last one for ever. */
export function script(...answers: readonly ModelAnswer[]): () => ModelAnswer {
  let next = 0;
  return () => answers[Math.min(next++, answers.length - 1)] ?? { ok: false, code: 'EMPTY_SCRIPT' };
}
