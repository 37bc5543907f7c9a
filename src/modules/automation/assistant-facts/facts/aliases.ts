import type { ConversationAliases } from './facts.types.js';

type AliasKind = keyof ConversationAliases;
const LETTERS: Readonly<Record<AliasKind, string>> = { services: 's', pets: 'p', appointments: 'a' };
/** The tools take numbers of three digits. */
const MAX_ALIASES = 999;

/** The known ids in their places, and the new ones behind them. */
export function withIds(known: readonly string[], ids: readonly string[]): string[] {
  const fresh = [...new Set(ids)].filter((id) => !known.includes(id));
  return [...known, ...fresh].slice(0, MAX_ALIASES);
}

/** Undefined for an id without an alias. */
export function aliasOf(aliases: ConversationAliases, kind: AliasKind, id: string): string | undefined {
  const place = aliases[kind].indexOf(id);
  return place < 0 ? undefined : `${LETTERS[kind]}${place + 1}`;
}

/** The hex id behind an alias of this conversation; undefined for any other text. */
export function idOf(aliases: ConversationAliases, kind: AliasKind, alias: string): string | undefined {
  const digits = /^[a-z]([1-9]\d{0,2})$/.exec(alias)?.[1];
  return digits !== undefined && alias.startsWith(LETTERS[kind]) ? aliases[kind][Number(digits) - 1] : undefined;
}
