import type { Chunk } from './chunks.js';
import { fused, nearest } from './fusion.js';
import { MIN_SCORE } from './snippets.js';

const chunk = (articleId: string): Chunk => ({
  articleId,
  kind: 'article',
  language: 'en',
  place: 0,
  path: [articleId],
  text: articleId,
});
const [a, b, c] = [chunk('a'), chunk('b'), chunk('c')];
const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describe('the fusion of two orders', () => {
  it('puts first what both find', () => {
    const byWords = [a, b].map((one) => ({ chunk: one, score: 0.5 }));
    const byMeaning = [b, c].map((one) => ({ chunk: one, score: 0.6 }));
    expect(fused(byWords, byMeaning)).toEqual([
      { chunk: b, score: 0.6 },
      { chunk: a, score: 0.5 },
      { chunk: c, score: 0.6 },
    ]);
  });

  it('leaves out what is not near, or has no vector of this model', () => {
    const vectors = [vector(1, 0), vector(0, 1), undefined];
    const hits = nearest(vector(1, 0), [a, b, c], vectors);
    expect(hits).toEqual([{ chunk: a, score: 1 }]);
    expect(nearest(vector(1, 0, 0), [a, b, c], vectors)).toEqual([]);
  });

  it('gives the least near text the score that an answer needs', () => {
    const [hit] = nearest(vector(1, 0), [a], [vector(0.4001, Math.sqrt(1 - 0.4001 ** 2))]);
    expect(hit?.score).toBeCloseTo(MIN_SCORE, 3);
  });
});
