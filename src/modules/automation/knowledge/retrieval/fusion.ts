import type { Chunk } from './chunks.js';
import type { Hit } from './hit.js';
import { MIN_SCORE } from './snippets.js';

/** Below this cosine, texts of models such as text-embedding-3 are about something else. */
const MIN_COSINE = 0.4;
/** The usual constant of reciprocal rank fusion. */
const RANK_OFFSET = 60;
const NEAREST = 20;

/** By meaning, the nearest first. @param vectors of the chunks, of length 1, in their order */
export function nearest(
  question: Float32Array,
  chunks: readonly Chunk[],
  vectors: readonly (Float32Array | undefined)[],
): Hit[] {
  return chunks
    .map((chunk, place) => ({ chunk, score: scoreOf(cosine(question, vectors[place])) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, NEAREST);
}

/** Joins both orders; a chunk that is in front in both comes first. Its score is the better one. */
export function fused(byWords: readonly Hit[], byMeaning: readonly Hit[]): Hit[] {
  const found = new Map<Chunk, { score: number; rank: number }>();
  for (const hits of [byWords, byMeaning])
    hits.forEach(({ chunk, score }, place) => {
      const before = found.get(chunk) ?? { score: 0, rank: 0 };
      const rank = before.rank + 1 / (RANK_OFFSET + place + 1);
      found.set(chunk, { score: Math.max(before.score, score), rank });
    });
  return [...found].sort(([, one], [, other]) => other.rank - one.rank).map(([chunk, { score }]) => ({ chunk, score }));
}

/** Maps a cosine to the scale of word scores: MIN_COSINE to MIN_SCORE. */
function scoreOf(value: number): number {
  if (value < MIN_COSINE) return 0;
  return MIN_SCORE + ((value - MIN_COSINE) / (1 - MIN_COSINE)) * (1 - MIN_SCORE);
}

function cosine(one: Float32Array, other: Float32Array | undefined): number {
  if (other?.length !== one.length) return 0;
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
