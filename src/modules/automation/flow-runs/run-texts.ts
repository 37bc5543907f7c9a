import type { Json, RunState } from '../flow-core/index.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

/** A shorter text is in too many values by chance. */
const MIN_TEXT = 3;

/** The run without anything that a customer said or a flow answered. */
export function withoutTexts(run: FlowRun): FlowRun {
  const effects = run.effects.map((entry) => ({ ...entry, effect: null }));
  return { ...run, effects, log: withoutNotes(run), state: { ...run.state, vars: {} } };
}

/**
 * The run after the customer has removed a message that it knows. An ended run keeps no texts. An active run loses the variables
 * that hold the answer or contain it, and the other texts when it ends.
 */
export function withoutMessage(run: FlowRun, isAnswer: (answer: FlowRun['answers'][number]) => boolean): FlowRun {
  if (!run.active) return withoutTexts(run);
  const names = run.answers.filter(isAnswer).flatMap(({ variable }) => variable ?? []);
  const { vars } = run.state;
  const removed = names.flatMap((name) => textOf(vars[name]));
  const isKept = ([name, value]: [string, Json]): boolean =>
    !names.includes(name) && !removed.some((text) => JSON.stringify(value).includes(text));
  const state: RunState = { ...run.state, vars: Object.fromEntries(Object.entries(vars).filter(isKept)) };
  return { ...run, log: withoutNotes(run), state, forgets: true };
}

function withoutNotes({ log }: FlowRun): FlowRun['log'] {
  return log.map((line) => ({ ...line, note: null }));
}

/** As it is inside of a JSON text. */
function textOf(value: Json | undefined): string[] {
  const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : '';
  return text.length >= MIN_TEXT ? [text] : [];
}
