import { byUser, messageAt, pendingAt } from './thread-samples.ts';
import {
  dayAt,
  firstUnreadSeq,
  newerOfOthers,
  threadEntries,
  type ThreadEntry,
  type ThreadParts,
} from './thread-entries.ts';

const UTC = { zone: 'UTC', locale: 'en' };

const draw = (parts: Partial<ThreadParts>): ThreadEntry[] =>
  threadEntries({ messages: [], pending: [], hasOlder: false, unreadSeq: undefined, time: UTC, ...parts });

/** `*` marks a line that starts a group. */
const short = (entries: readonly ThreadEntry[]): string[] =>
  entries.map((entry) => {
    if (entry.kind === 'message') return `${entry.message.seq}${entry.startsGroup ? '*' : ''}`;
    return entry.kind === 'pending' ? `pending${entry.startsGroup ? '*' : ''}` : entry.kind;
  });

describe('lines of a thread', () => {
  it('groups messages of one author within three minutes', () => {
    const messages = [
      messageAt(1),
      messageAt(2),
      messageAt(6),
      messageAt(7, byUser('ana')),
      messageAt(8, byUser('bo')),
    ];
    expect(short(draw({ messages }))).toEqual(['beginning', 'day', '1*', '2', '6*', '7*', '8*']);
  });

  it('keeps a note apart from a reply of the same author', () => {
    const messages = [messageAt(1, byUser('ana')), messageAt(2, { ...byUser('ana'), visibility: 'internal' })];
    expect(short(draw({ messages })).slice(2)).toEqual(['1*', '2*']);
  });

  it('starts a day at midnight of the company, not of the browser', () => {
    const messages = [
      messageAt(1, { sent_at: '2026-03-02T02:59:00Z' }),
      messageAt(2, { sent_at: '2026-03-02T03:00:00Z' }),
    ];
    const time = { zone: 'America/Sao_Paulo', locale: 'pt-BR' };
    expect(short(draw({ messages, time }))).toEqual(['beginning', 'day', '1*', 'day', '2*']);
  });

  it('draws the line "New" above the first unread message, which starts a group', () => {
    const messages = [messageAt(1), messageAt(2)];
    expect(short(draw({ messages, unreadSeq: 2 }))).toEqual(['beginning', 'day', '1*', 'unread', '2*']);
  });

  it('shows a message that is being sent in the group that it will have when it is stored', () => {
    const sentAt = messageAt(2).sent_at;
    const stored = short(draw({ messages: [messageAt(1, byUser('me')), messageAt(2, byUser('me'))] }));
    const sending = short(draw({ messages: [messageAt(1, byUser('me'))], pending: [pendingAt(sentAt)] }));
    expect(stored).toEqual(['beginning', 'day', '1*', '2']);
    expect(sending).toEqual(['beginning', 'day', '1*', 'pending']);
  });

  it('keeps every line the same after older messages are loaded', () => {
    const all = [0, 1, 3, 4, 9, 10, 700, 1500, 1501].map((minute) => messageAt(minute));
    for (let loaded = 1; loaded < all.length; loaded++) {
      const before = draw({ messages: all.slice(loaded), hasOlder: true, unreadSeq: 10 });
      const after = draw({ messages: all, unreadSeq: 10 });
      expect(after.slice(after.length - before.length)).toEqual(before);
    }
  });
});

describe('the first unread message', () => {
  const messages = [messageAt(1), messageAt(2, byUser('ana')), messageAt(3), messageAt(4)];

  it('is counted back from the newest message at the time of opening', () => {
    expect(firstUnreadSeq(messages, { count: 2, upToSeq: 4 })).toBe(3);
    expect(firstUnreadSeq([...messages, messageAt(5)], { count: 2, upToSeq: 4 })).toBe(3);
    expect(firstUnreadSeq(messages, { count: 3, upToSeq: 4 })).toBe(1);
  });

  it('is undefined if all messages were read, or if it is not loaded', () => {
    expect(firstUnreadSeq(messages, { count: 0, upToSeq: 4 })).toBeUndefined();
    expect(firstUnreadSeq(messages, { count: 4, upToSeq: 4 })).toBeUndefined();
  });
});

describe('places in a thread', () => {
  const messages = [messageAt(1), messageAt(2000, byUser('me')), messageAt(2001)];
  const entries = draw({ messages, unreadSeq: 2001 });

  it('knows the day of each line', () => {
    const days = entries.map((_, index) => dayAt(entries, index)?.slice(0, 10));
    expect(days).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', ...Array.from({ length: 4 }, () => '2026-03-02')]);
  });

  it('counts the newer messages of others', () => {
    expect(newerOfOthers(messages, 1, 'me')).toBe(1);
    expect(newerOfOthers(messages, 1, 'ana')).toBe(2);
    expect(newerOfOthers(messages, 2001, 'me')).toBe(0);
  });
});
