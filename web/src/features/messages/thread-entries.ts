import { dateOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { Message, PendingMessage } from './thread-merge.ts';

/** One line of the thread as it is drawn. */
export type ThreadEntry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; message: Message; startsGroup: boolean }
  | { kind: 'pending'; key: string; message: PendingMessage; startsGroup: boolean };

/** Messages of one author within this time stand close together. */
const GROUP_MS = 3 * 60_000;

/** The lines of a thread: messages with a line before each new day, then those that are being sent. */
export function threadEntries(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  time: TimeSettings,
): ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const day = dateOf(message.sent_at, time);
    const isNewDay = !before || dateOf(before.sent_at, time) !== day;
    if (isNewDay) entries.push({ kind: 'day', key: `day ${day} ${message._id}`, at: message.sent_at });
    const startsGroup = isNewDay || !before || !isSameGroup(before, message);
    entries.push({ kind: 'message', key: message.client_id ?? message._id, message, startsGroup });
    before = message;
  }
  for (const message of pending) entries.push({ kind: 'pending', key: message.client_id, message, startsGroup: true });
  return entries;
}

function isSameGroup(a: Message, b: Message): boolean {
  return (
    a.author.kind === b.author.kind &&
    a.author.id === b.author.id &&
    a.visibility === b.visibility &&
    Date.parse(b.sent_at) - Date.parse(a.sent_at) < GROUP_MS
  );
}
