import { evaluate } from '../../../../../test/golden/knowledge/evaluate.js';
import { HELD_OUT_SETS, TUNED_SETS } from '../../../../../test/golden/knowledge/golden.js';

const MIN_RECALL = 0.9;
const MIN_ABSTAINED = 0.9;
/** Of 18 questions, two more than of the others may be answered. */
const MIN_ABSTAINED_HELD_OUT = 0.8;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('the golden questions about a pet shop', () => {
  it('are many, in three languages', () => {
    expect(sum(TUNED_SETS.map(({ articles }) => articles.length))).toBeGreaterThanOrEqual(40);
    expect(sum(TUNED_SETS.map(({ questions }) => questions.length))).toBeGreaterThanOrEqual(60);
    expect(sum(TUNED_SETS.map(({ outside }) => outside.length))).toBeGreaterThanOrEqual(30);
  });

  it('find their article, and others find nothing', async () => {
    const { recall, abstained, misses } = await evaluate(TUNED_SETS);
    expect({ misses, isGood: recall >= MIN_RECALL && abstained >= MIN_ABSTAINED }).toEqual({ misses, isGood: true });
  });

  it('do so, too, when the retrieval was not tuned on them', async () => {
    const { recall, abstained, misses } = await evaluate(HELD_OUT_SETS);
    const isGood = recall >= MIN_RECALL && abstained >= MIN_ABSTAINED_HELD_OUT;
    expect({ misses, isGood }).toEqual({ misses, isGood: true });
  });
});
