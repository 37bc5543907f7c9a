import type { Schemas } from '#web/lib/api/client.ts';

export type Found = Schemas['SearchResultDto'];

export const KINDS = ['contacts', 'pets', 'messages', 'appointments'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that was found. */
export type Hit = { [K in Kind]: { kind: K; found: Found[K][number] } }[Kind];

const MOST_RECENT = 6;

/** All that was found in the order of the screen. */
export const hitsOf = (found: Found): Hit[] =>
  KINDS.flatMap((kind) => found[kind].map((one) => ({ kind, found: one }) as Hit));

/** Recent searches with this one first, and no search twice. */
export function withRecent(recent: readonly string[], words: string): string[] {
  const isOther = (one: string): boolean => one.toLocaleLowerCase() !== words.toLocaleLowerCase();
  return [words, ...recent.filter(isOther)].slice(0, MOST_RECENT);
}

/** The place after this one, or before it; round at the ends. */
export const stepped = (place: number, step: 1 | -1, count: number): number =>
  count === 0 ? 0 : (place + step + count) % count;
