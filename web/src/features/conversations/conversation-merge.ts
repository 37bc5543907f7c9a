import type { Schemas } from '#web/lib/api/client.ts';

/** A conversation as a row of the inbox shows it. */
export type Row = Schemas['ConversationDto'];
export type Message = Schemas['MessageDto'];

const STATUS_ORDER: readonly Message['status'][] = ['queued', 'sent', 'delivered', 'read'];

/** The later of two delivery states. `failed` follows `queued` and `sent` only. */
export function laterStatus(a: Message['status'], b: Message['status']): Message['status'] {
  if (a === b) return a;
  if (a === 'failed' || b === 'failed') {
    const other = a === 'failed' ? b : a;
    return STATUS_ORDER.indexOf(other) >= STATUS_ORDER.indexOf('delivered') ? other : 'failed';
  }
  return STATUS_ORDER.indexOf(a) > STATUS_ORDER.indexOf(b) ? a : b;
}

/**
 * Joins two answers about one conversation, in any order: what people set comes from the higher `version`, what its
 * messages set comes from the higher `last_seq`.
 */
export function mergeRows(a: Row | undefined, b: Row): Row {
  if (!a) return b;
  const set = isNewer(a, b, 'version') ? a : b;
  const said = isNewer(a, b, 'last_seq') ? a : b;
  const { last_message, last_seq, last_activity_at, inbound_count, last_inbound_at, waiting_since, reply_window } =
    said;
  // Rows of events have no reader, so no unread count.
  const unread = (said as Partial<Row>).unread_count ?? (said === a ? b : a).unread_count;
  return {
    ...a,
    ...b,
    ...set,
    ...{ last_message, last_seq, last_activity_at, inbound_count, last_inbound_at, waiting_since, reply_window },
    unread_count: unread ?? 0,
  };
}

function isNewer(a: Row, b: Row, field: 'version' | 'last_seq'): boolean {
  return a[field] === b[field] ? a.updated_at > b.updated_at : a[field] > b[field];
}

/**
 * The row without a change that the server refused: the fields of the change are as before it.
 * Fields with another value since then keep it, and so do those that came with a newer version.
 */
export function withoutChange(row: Row, before: Row, change: Partial<Row>): Row {
  const isStill = (field: keyof Row): boolean =>
    (field === 'unread_count' || row.version === before.version) &&
    JSON.stringify(row[field]) === JSON.stringify(change[field]);
  const fields = (Object.keys(change) as (keyof Row)[]).filter(isStill);
  return { ...row, ...Object.fromEntries(fields.map((field) => [field, before[field]])) };
}

/** The row after a stored message. The server's own row, read a moment later, replaces what is guessed here. */
export function rowAfterMessage(row: Row, message: Message, me: string): Row {
  if (message.seq <= row.last_seq) return row;
  const isInbound = message.direction === 'inbound';
  const isPublic = message.visibility === 'public';
  const byMe = message.author.kind === 'user' && message.author.id === me;
  const answered = isPublic && !isInbound && (message.author.kind === 'user' || message.author.kind === 'phone');
  return {
    ...row,
    last_seq: message.seq,
    last_activity_at: message.created_at > row.last_activity_at ? message.created_at : row.last_activity_at,
    ...(isPublic ? { last_message: summaryOf(message) } : {}),
    ...(isInbound
      ? {
          inbound_count: row.inbound_count + 1,
          last_inbound_at: message.sent_at,
          waiting_since: row.waiting_since ?? message.sent_at,
          unread_count: row.unread_count + 1,
        }
      : {}),
    ...(answered ? { waiting_since: null } : {}),
    ...(byMe && isPublic ? { unread_count: 0 } : {}),
  };
}

function summaryOf({ _id, seq, content, role, direction, status, attachments, sent_at }: Message): Row['last_message'] {
  return { _id, seq, content, role, direction, status, attachment_type: attachments[0]?.type ?? null, sent_at };
}
