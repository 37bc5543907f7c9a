import { ACTION_KEYS, type ActionId } from './action-keys.ts';

/** The second key of a pair such as `g i` comes within this time. */
const PAIR_TIMEOUT_MS = 1_000;

/** A held key repeats these actions. */
const REPEATING: readonly ActionId[] = ['inbox.next', 'inbox.previous'];

const PAIRS = Object.values(ACTION_KEYS).filter((keys) => keys.includes(' '));

export interface PressedKey {
  key: string;
  /** Ctrl or Cmd. */
  mod: boolean;
  alt: boolean;
  /** The focus is in a field that takes text. */
  inInput: boolean;
  /** The key is held down. */
  repeat: boolean;
  at: number;
}

/** Finds the action of the keys that are pressed; one instance for the page, since a pair spans two presses. */
export class KeyMatcher {
  private first: { key: string; at: number } | null = null;

  match({ repeat, ...pressed }: PressedKey): ActionId | undefined {
    const found = this.matchPress(pressed);
    return found && repeat && !REPEATING.includes(found) ? undefined : found;
  }

  private matchPress({ key, mod, alt, inInput, at }: Omit<PressedKey, 'repeat'>): ActionId | undefined {
    const name = key.length === 1 ? key.toLowerCase() : key;
    if (mod) return this.find(`mod+${name}`);
    if (inInput || alt) return undefined;
    const first = this.first && at - this.first.at < PAIR_TIMEOUT_MS ? this.first.key : null;
    this.first = null;
    if (first !== null) return this.find(`${first} ${name}`);
    // Shift alone, on the way to ?, begins no pair.
    if (PAIRS.some((keys) => keys.startsWith(`${name} `))) this.first = { key: name, at };
    return this.find(name);
  }

  private find(keys: string): ActionId | undefined {
    return (Object.keys(ACTION_KEYS) as ActionId[]).find((id) => ACTION_KEYS[id] === keys);
  }
}
