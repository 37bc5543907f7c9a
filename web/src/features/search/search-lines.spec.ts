import { type Found, hitsOf, stepped, withRecent } from './search-lines.ts';

describe('the lines of a search', () => {
  it('are in the order of the groups', () => {
    const found = {
      appointments: [{ _id: 'a1' }],
      messages: [{ _id: 'm1' }, { _id: 'm2' }],
      pets: [],
      contacts: [{ _id: 'c1' }],
    } as unknown as Found;
    expect(hitsOf(found).map(({ kind, found: { _id } }) => `${kind} ${_id}`)).toEqual([
      'contacts c1',
      'messages m1',
      'messages m2',
      'appointments a1',
    ]);
  });

  it('continue at the other end after the last and before the first', () => {
    expect([stepped(0, 1, 3), stepped(2, 1, 3), stepped(0, -1, 3), stepped(0, 1, 0)]).toEqual([1, 0, 2, 0]);
  });

  it('remember the latest searches, each one once', () => {
    expect(withRecent(['luna', 'rex'], 'Rex')).toEqual(['Rex', 'luna']);
    expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
  });
});
