import { ownedText, ownedValue } from './owned-value.ts';

describe('a stored value of a user', () => {
  it('is read by its owner', () => {
    expect(ownedValue(ownedText('ana', { c1: 'Hello' }), 'ana')).toEqual({ c1: 'Hello' });
  });

  it.each([
    ['another user', ownedText('ana', { c1: 'Hello' })],
    ['nobody', JSON.stringify({ c1: 'Hello' })],
    ['a broken entry', '{'],
    ['no entry', null],
  ])('is left out if it comes from %s', (_from, text) => {
    expect(ownedValue(text, 'bea')).toBeUndefined();
  });
});
