import {
  chooseRange,
  chooseWhole,
  clearSelection,
  hasSelection,
  selection,
  setListOrder,
  toggleRow,
} from './selection.ts';

const chosen = () => selection.get().ids;

describe('the selection of rows', () => {
  beforeEach(() => {
    clearSelection();
    setListOrder(['a', 'b', 'c', 'd']);
  });

  it('adds and removes single rows', () => {
    toggleRow('a');
    toggleRow('c');
    toggleRow('a');
    expect(chosen()).toEqual(['c']);
    toggleRow('c');
    expect(hasSelection()).toBe(false);
  });

  it('takes a range in either direction', () => {
    toggleRow('c');
    chooseRange('a');
    expect([...chosen()].sort()).toEqual(['a', 'b', 'c']);
    clearSelection();
    toggleRow('b');
    chooseRange('d');
    expect(chosen()).toEqual(['b', 'c', 'd']);
  });

  it('becomes single rows again when one is taken out of the whole list', () => {
    chooseWhole();
    toggleRow('b');
    expect(selection.get()).toEqual({ ids: ['a', 'c', 'd'], isWhole: false });
  });

  it('gives up a row that leaves the list', () => {
    toggleRow('a');
    toggleRow('c');
    setListOrder(['a', 'b']);
    expect(chosen()).toEqual(['a']);
    setListOrder(['b']);
    expect(hasSelection()).toBe(false);
    chooseWhole();
    setListOrder([]);
    expect(hasSelection()).toBe(true);
  });

  it('takes no more rows than one change may have', () => {
    setListOrder(Array.from({ length: 300 }, (_, index) => `c${index}`));
    toggleRow('c0');
    chooseRange('c299');
    expect(chosen()).toHaveLength(200);
  });
});
