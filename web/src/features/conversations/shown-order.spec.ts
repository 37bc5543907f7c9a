import { countWaiting, movedDown, nextShown } from './shown-order.ts';

const free = { isHeld: false, isScrolled: false, openId: undefined };

describe('the order that the list shows', () => {
  it('follows the newest order while nobody points at the list', () => {
    expect(nextShown(['a', 'b', 'c'], ['d', 'c', 'a'], free)).toEqual(['d', 'c', 'a']);
  });

  it('stays the same array where nothing has moved', () => {
    const shown = ['a', 'b'];
    expect(nextShown(shown, ['a', 'b'], free)).toBe(shown);
  });

  it('moves nothing while the pointer is inside, and takes the next page', () => {
    const held = { ...free, isHeld: true };
    expect(nextShown(['a', 'b', 'c'], ['new', 'c', 'a', 'd', 'e'], held)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(nextShown(['a', 'b', 'c'], ['new', 'c', 'a'], held)).toEqual(['a', 'b', 'c']);
  });

  it('keeps new rows back above a scrolled list', () => {
    const shown = nextShown(['a', 'b', 'c'], ['new', 'c', 'a', 'b', 'd'], { ...free, isScrolled: true });
    expect(shown).toEqual(['c', 'a', 'b', 'd']);
    expect(countWaiting(shown, ['new', 'c', 'a', 'b', 'd'])).toBe(1);
  });

  it('keeps the open row at its place until another one is opened', () => {
    const shown = nextShown(['a', 'b', 'c'], ['a', 'c'], { ...free, openId: 'b' });
    expect(shown).toEqual(['a', 'b', 'c']);
    expect(nextShown(shown, ['a', 'c'], { ...free, openId: 'c' })).toEqual(['a', 'c']);
    expect(nextShown(['a'], [], { ...free, openId: 'a' })).toEqual(['a']);
  });

  it('tells how far the rows on the screen have moved', () => {
    expect(movedDown(['a', 'b', 'c', 'd'], ['x', 'y', 'a', 'b', 'c', 'd'], 1)).toBe(2);
    // Row b has jumped to the top alone.
    expect(movedDown(['a', 'b', 'c', 'd'], ['b', 'a', 'c', 'd'], 1)).toBe(0);
    expect(movedDown(['a', 'b', 'c', 'd'], ['c', 'd'], 1)).toBe(-2);
  });
});
