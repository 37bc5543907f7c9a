import { ACTION_KEYS } from './action-keys.ts';
import { KeyMatcher, type PressedKey } from './key-matcher.ts';

const press = (key: string, fields: Partial<PressedKey> = {}): PressedKey => ({
  key,
  mod: false,
  alt: false,
  inInput: false,
  repeat: false,
  at: 0,
  ...fields,
});

describe('keys of actions', () => {
  it('gives each action a key of its own', () => {
    const keys = Object.values(ACTION_KEYS);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('runs no plain key while the user types', () => {
    expect(new KeyMatcher().match(press('e', { inInput: true }))).toBeUndefined();
    expect(new KeyMatcher().match(press('e'))).toBe('conversation.resolve');
  });

  it('takes the command bar from an input too', () => {
    expect(new KeyMatcher().match(press('k', { mod: true, inInput: true }))).toBe('app.commands');
  });

  it('runs the key that follows a modifier at once', () => {
    const matcher = new KeyMatcher();
    expect(matcher.match(press('Shift'))).toBeUndefined();
    expect(matcher.match(press('?'))).toBe('app.shortcuts');
    expect(matcher.match(press('i'))).toBe('conversation.take');
  });

  it('runs an action once while its key is held down, except for steps from row to row', () => {
    const matcher = new KeyMatcher();
    expect(matcher.match(press('e', { repeat: true }))).toBeUndefined();
    expect(matcher.match(press('j', { repeat: true }))).toBe('inbox.next');
  });

  it('joins two keys within a second', () => {
    const matcher = new KeyMatcher();
    expect(matcher.match(press('g'))).toBeUndefined();
    expect(matcher.match(press('i', { at: 500 }))).toBe('go.inbox');
    matcher.match(press('g', { at: 1_000 }));
    expect(matcher.match(press('i', { at: 2_500 }))).toBe('conversation.take');
  });
});
