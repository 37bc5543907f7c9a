import type { Snippet } from '../core.types.js';
import type { Turn, Work } from '../turn.js';

/** A passage with a lower score is no answer. */
export const MIN_SCORE = 0.5;
const MAX_QUERY = 500;
export const MAX_SNIPPETS = 4;

/** The passages that may answer the messages, the best first; empty if none is good enough. */
export function* passagesFor(turn: Turn, texts: readonly string[]): Work<Snippet[]> {
  const query = texts.join(' ').slice(0, MAX_QUERY);
  const outcome = yield { kind: 'retrieve', query, language: turn.language };
  const found = outcome.kind === 'retrieved' ? outcome.snippets : [];
  turn.calls.push({ name: 'retrieve', args: { query }, code: String(found.length) });
  const good = found
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_SNIPPETS);
  turn.quotable.push(...good.map(({ text }) => text));
  return good;
}
