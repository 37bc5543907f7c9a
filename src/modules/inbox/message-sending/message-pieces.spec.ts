import { knownIds } from './message-pieces.js';

const outbox = (parts: (string | null)[]) => ({ give_up_at: new Date(), attempts: [], parts });

describe('the known ids of pieces', () => {
  it('are those of the version before where this one has none', () => {
    expect(knownIds({ outbox: outbox(['a', 'b']) })).toEqual(['a', 'b']);
    expect(knownIds({ external_ids: ['a'], outbox: outbox(['a', 'b']) })).toEqual(['a', 'b']);
  });

  it('do not have a piece that the platform could not deliver', () => {
    expect(knownIds({ external_ids: [null, 'b'], outbox: outbox(['a', 'b']) })).toEqual([null, 'b']);
  });
});
