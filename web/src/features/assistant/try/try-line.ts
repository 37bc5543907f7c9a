import type { TryAnswer } from '../assistant-types.ts';

/** What was written in the trial. An answer of the assistant has all its facts. */
export type TryLine = { from: 'customer'; text: string } | { from: 'assistant'; text: string; answer: TryAnswer };
