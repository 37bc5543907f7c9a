import type { ChannelError } from '../schemas/channel-error.js';

const DAY_MS = 86_400_000;
/** Days before the end of a token at which owners and managers are warned, the last one first. */
const WARNING_DAYS = [2, 7] as const;
const LONGEST_WARNING_MS = 7 * DAY_MS;

/** `instagram`: a token of Instagram Login, the only kind that can be renewed without a person. */
export const TOKEN_KINDS = ['user', 'page', 'system_user', 'app', 'instagram'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export const TOKEN_STATES = ['ok', 'expiring', 'needs_reconnect'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export interface TokenFindings {
  kind: TokenKind | null;
  /** Null: unknown or never. */
  expires_at: Date | null;
  /** When a person has to confirm the access again; null: unknown or never. */
  data_access_expires_at: Date | null;
  /** When the token was issued or renewed; null: unknown. */
  refreshed_at: Date | null;
}

/** The token as the company sees it. */
export interface ChannelTokenView extends TokenFindings {
  state: TokenState;
  /** The error of the token's last test; null after a success. */
  last_error: ChannelError | null;
}

/** Stored beside the sealed token, which it never holds. */
export interface ChannelToken extends TokenFindings {
  last_error: ChannelError | null;
  /** When PetBuddy got the token, which may be older. */
  stored_at: Date | null;
  /** The last check, by the daily run or a person. */
  checked_at: Date | null;
  /** The last warning before the present end, in days before it. */
  warned_days: number | null;
}

export const UNKNOWN_TOKEN: Readonly<ChannelToken> = {
  kind: null,
  expires_at: null,
  data_access_expires_at: null,
  refreshed_at: null,
  last_error: null,
  stored_at: null,
  checked_at: null,
  warned_days: null,
};

/** Parts may be missing in the documents of an older process. */
export function tokenOf({ token }: { token?: Partial<ChannelToken> }): ChannelToken {
  return { ...UNKNOWN_TOKEN, ...token };
}

/** Works out the state at the time of reading, because a token ends without an event. */
export function toTokenView(token: ChannelToken, isRefused: boolean, now: Date): ChannelTokenView {
  const { kind, expires_at, data_access_expires_at, refreshed_at, last_error } = token;
  const state = isRefused ? 'needs_reconnect' : isExpiring(token, now) ? 'expiring' : 'ok';
  return { kind, expires_at, data_access_expires_at, refreshed_at, state, last_error };
}

/** The end of the token or of the access to data, whichever comes first; null: unknown or never. */
export function endOf({ expires_at, data_access_expires_at }: TokenFindings): Date | null {
  const ends = [expires_at, data_access_expires_at].filter((end) => end !== null);
  return ends.length > 0 ? new Date(Math.min(...ends.map((end) => end.getTime()))) : null;
}

/** The warning that is due now, in days before the end; null while the end is further away or unknown. */
export function warningDays(token: TokenFindings, now: Date): number | null {
  const end = endOf(token);
  if (!end) return null;
  const left = end.getTime() - now.getTime();
  return WARNING_DAYS.find((days) => left <= days * DAY_MS) ?? null;
}

/** Whether this warning was not sent yet. */
export function isWarningDue({ warned_days: before }: ChannelToken, { warned_days: now }: ChannelToken): boolean {
  return now !== null && (before === null || now < before);
}

function isExpiring(token: TokenFindings, now: Date): boolean {
  const end = endOf(token);
  return end !== null && end.getTime() - now.getTime() <= LONGEST_WARNING_MS;
}
