import type { Db, Document } from 'mongodb';
import type { LedgerEntry } from '../../../sandbox/ledger.ts';
import type { Staff } from '../staff.ts';

/** A message as far as the auditor looks at it; ids are hex. */
export interface MessageRecord {
  id: string;
  conversation: string;
  contact: string;
  seq: number;
  direction: 'inbound' | 'outbound';
  author: string;
  content: string;
  status: string;
  error: { code: string } | null;
  client_id: string | undefined;
  external_id: string | undefined;
  sent_at: Date;
}

export interface LoggedEvent {
  seq: number;
  event: string;
  data: Document;
}

/** Both sides of the border at the end of a run: what the outside saw, and what the database holds. */
export interface Evidence {
  /** Provider's order of external ids by `platform:customer`. */
  orders: ReadonlyMap<string, readonly string[]>;
  /** Ids of events of which some delivery was answered with 200. */
  acknowledged: ReadonlySet<string>;
  /** Ids of all events that were ever sent. */
  sent: ReadonlySet<string>;
  /** What customers' phones show of the business: one entry an accepted message, whichever way it came. */
  shown: readonly LedgerEntry[];
  staff: Staff;
  messages: readonly MessageRecord[];
  /** In the order in which the API lists them, oldest first; by conversation. */
  listed: ReadonlyMap<string, readonly string[]>;
  conversations: readonly Document[];
  identities: readonly Document[];
  contacts: readonly Document[];
  events: readonly LoggedEvent[];
  db: Db;
}

/** One question and what is wrong; an empty list is a pass. */
export interface Finding {
  question: string;
  /** How many things were looked at. */
  checked: number;
  violations: string[];
}

/** How often each value occurs. */
export function countBy(values: Iterable<string | undefined>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export function ofConversation({ messages }: Evidence): Map<string, MessageRecord[]> {
  return Map.groupBy(messages, ({ conversation }) => conversation);
}
