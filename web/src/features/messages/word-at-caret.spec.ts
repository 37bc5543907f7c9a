import { askingWord, startsWord } from './word-at-caret.ts';

describe('the word at the caret', () => {
  it('is found after a slash or an @ at the beginning of a word', () => {
    expect(askingWord('/', 1)).toEqual({ sign: '/', query: '', start: 0 });
    expect(askingWord('Oi @an depois', 6)).toEqual({ sign: '@', query: 'an', start: 3 });
    expect(askingWord('line\n/ho', 8)).toEqual({ sign: '/', query: 'ho', start: 5 });
  });

  it('is not found in dates, addresses and e-mails', () => {
    for (const text of ['12/05', 'https://', 'ana@patas', 'plain', '/hours ']) {
      expect(askingWord(text, text.length)).toBeUndefined();
    }
  });

  it('has the spaces of a full name after an @, in one line', () => {
    expect(askingWord('@Bruno R', 8)).toEqual({ sign: '@', query: 'Bruno R', start: 0 });
    expect(askingWord('@Ana or @Bruno R', 16)).toEqual({ sign: '@', query: 'Bruno R', start: 8 });
    expect(askingWord('@Bruno /ho', 10)).toEqual({ sign: '/', query: 'ho', start: 7 });
    expect(askingWord('@Bruno\nTeles', 12)).toBeUndefined();
    expect(askingWord('@ home', 6)).toBeUndefined();
  });

  it('finds names by the beginning of any word, without accents', () => {
    expect(startsWord('Helena Brandão', 'branda')).toBe(true);
    expect(startsWord('Helena Brandão', 'lena')).toBe(false);
    expect(startsWord('Bruno Reis', 'bruno r')).toBe(true);
    expect(startsWord('Bruno Teles', 'bruno r')).toBe(false);
  });
});
