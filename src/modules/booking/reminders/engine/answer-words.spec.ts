import { meaningOf } from './answer-words.js';

const ID = 'a'.repeat(24);
const text = (words: string, payload?: string) => ({ text: words, payload });

describe('the meaning of an answer to a reminder', () => {
  it.each([
    ['1', 'confirm'],
    [' Confirmar! ', 'confirm'],
    ['2.', 'cancel'],
    ['CANCELAR', 'cancel'],
    ['12', undefined],
    ['yes', undefined],
    ['can I cancel?', undefined],
  ])('is read: "%s"', (words, meaning) => {
    expect(meaningOf(ID, false, text(words))).toBe(meaning);
  });

  it.each([
    ['1', 'yes'],
    ['Sim', 'yes'],
    ['Sí.', 'yes'],
    ['não', 'no'],
    ['2', 'no'],
    ['confirm', undefined],
  ])('is read after the question whether to cancel: "%s"', (words, meaning) => {
    expect(meaningOf(ID, true, text(words))).toBe(meaning);
  });

  it.each([
    ['of this reminder', 'Confirm', `reminder:${ID}:confirm`, 'confirm'],
    ['of this reminder, after its question', 'Confirm', `reminder:${ID}:confirm`, 'confirm'],
    ['of an older reminder', 'Confirm', `reminder:${'b'.repeat(24)}:confirm`, undefined],
    ['of a template, which carries its text', 'Confirmar', 'Confirmar', 'confirm'],
    ['of a flow', 'Cancel', 'flow:1:2:3', undefined],
  ])('of a button %s', (_, title, payload, meaning) => {
    expect(meaningOf(ID, false, text(title, payload))).toBe(meaning);
  });
});
