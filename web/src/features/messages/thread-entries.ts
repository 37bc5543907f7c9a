import { dateOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { Message, PendingMessage } from './thread-merge.ts';

/** One line of the thread as it is drawn. Lines with the same key are the same line. */
export type ThreadEntry =
  | { kind: 'beginning'; key: string }
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message; startsGroup: boolean }
  | { kind: 'pending'; key: string; message: PendingMessage; startsGroup: boolean };

export interface ThreadParts {
  messages: readonly Message[];
  pending: readonly PendingMessage[];
  /** The server has messages before these. */
  hasOlder: boolean;
  /** The message under the line "New". */
  unreadSeq: number | undefined;
  time: TimeSettings;
}

/** Messages of one author within this time stand close together. */
const GROUP_MS = 3 * 60_000;

/** The facts that decide whether a message is grouped with the one before it. */
interface Said {
  author: string;
  visibility: Message['visibility'];
  at: string;
}

/**
 * The lines of a thread, the oldest first. While the server has older messages the first one is not drawn: only the one
 * before it tells whether it starts a day or a group, so a drawn line looks the same after older ones are loaded.
 */
export function threadEntries({ messages, pending, hasOlder, unreadSeq, time }: ThreadParts): ThreadEntry[] {
  const entries: ThreadEntry[] = hasOlder ? [] : [{ kind: 'beginning', key: 'beginning' }];
  let before: Said | undefined;

  const addLines = (said: Said, isFirstUnread: boolean): boolean => {
    const day = dateOf(said.at, time);
    const isNewDay = !before || dateOf(before.at, time) !== day;
    if (isNewDay) entries.push({ kind: 'day', key: `day ${day} ${said.at}`, at: said.at });
    if (isFirstUnread) entries.push({ kind: 'unread', key: 'unread' });
    const startsGroup = isNewDay || isFirstUnread || !before || !isSameGroup(before, said);
    before = said;
    return startsGroup;
  };

  for (const [index, message] of messages.entries()) {
    const said = saidOf(message);
    if (hasOlder && index === 0) {
      before = said;
      continue;
    }
    const startsGroup = addLines(said, message.seq === unreadSeq);
    entries.push({ kind: 'message', key: message.client_id ?? message._id, message, startsGroup });
  }
  for (const message of pending) {
    const { visibility, created_at: at, user_id } = message;
    const startsGroup = addLines({ author: `user ${user_id}`, visibility, at }, false);
    entries.push({ kind: 'pending', key: message.client_id, message, startsGroup });
  }
  return entries;
}

function saidOf({ author: { kind, id }, visibility, sent_at: at }: Message): Said {
  return { author: `${kind} ${id}`, visibility, at };
}

function isSameGroup(a: Said, b: Said): boolean {
  return a.author === b.author && a.visibility === b.visibility && Date.parse(b.at) - Date.parse(a.at) < GROUP_MS;
}

/** The unread messages at the time when the thread was opened. */
export interface Unread {
  count: number;
  /** The newest message at that time. */
  upToSeq: number;
}

/** `seq` of the first unread message; undefined if all were read, or if it is not loaded yet. */
export function firstUnreadSeq(messages: readonly Message[], { count, upToSeq }: Unread): number | undefined {
  if (count === 0) return undefined;
  const received = messages.filter(({ direction, seq }) => direction === 'inbound' && seq <= upToSeq);
  return received.at(-count)?.seq;
}

/** The day line that is above, or at, this line of the thread. */
export function dayAt(entries: readonly ThreadEntry[], index: number): string | undefined {
  const entry = entries[index];
  if (entry?.kind === 'message') return entry.message.sent_at;
  if (entry?.kind === 'pending') return entry.message.created_at;
  const next = entries.slice(index).find(({ kind }) => kind === 'message' || kind === 'pending');
  return next && dayAt([next], 0);
}

/** How many messages of others are newer than this `seq`. */
export function newerOfOthers(messages: readonly Message[], afterSeq: number, me: string): number {
  const isMine = ({ author: { kind, id } }: Message): boolean => kind === 'user' && id === me;
  return messages.filter((message) => message.seq > afterSeq && !isMine(message)).length;
}

const CHARACTERS_A_LINE = 58;
const LINE_PX = 22;
const BUBBLE_PX = 38;
const GROUP_PX = 10;
const AUTHOR_PX = 20;
const PICTURE_PX = 250;
const FILE_PX = 56;
const QUOTE_PX = 44;
const LINE_ENTRY_PX = 40;

/** The estimated height of a line in px, until it is measured. */
export function estimatedHeight(entry: ThreadEntry | undefined): number {
  if (entry?.kind !== 'message' && entry?.kind !== 'pending') return LINE_ENTRY_PX;
  const { content, attachments, quoted } = entry.message;
  const lines = content.split('\n').reduce((sum, line) => sum + Math.ceil((line.length || 1) / CHARACTERS_A_LINE), 0);
  const pictures = attachments.filter(({ type }) => type === 'image' || type === 'video' || type === 'story').length;
  const isOurs = entry.kind === 'pending' || entry.message.direction === 'outbound';
  return (
    BUBBLE_PX +
    (quoted ? QUOTE_PX : 0) +
    (content === '' ? 0 : lines * LINE_PX) +
    pictures * PICTURE_PX +
    (attachments.length - pictures) * FILE_PX +
    (entry.startsGroup ? GROUP_PX + (isOurs ? AUTHOR_PX : 0) : 0)
  );
}
