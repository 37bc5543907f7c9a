import { correlationId, parseCorrelation } from './correlation.js';

const ID = 'a'.repeat(24);

describe('correlation', () => {
  it('stands for the message where the part is the last', () => {
    expect([0, 1, 2].map((part) => correlationId(ID, part, 3))).toEqual([`${ID}.0`, `${ID}.1`, ID]);
    expect(correlationId(ID, 0, 1)).toBe(ID);
  });

  it('is read back, and nothing else is', () => {
    expect(parseCorrelation(ID)).toEqual({ messageId: ID });
    expect(parseCorrelation(`${ID}.1`)).toEqual({ messageId: ID, part: 1 });
    for (const other of [undefined, '', 'our-id', `${ID}.`, `${ID}.x`, `${ID}0`, `x${ID}`]) {
      expect(parseCorrelation(other)).toBeUndefined();
    }
  });
});
