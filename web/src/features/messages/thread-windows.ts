import { mergeMessages, type Message } from './thread-merge.ts';

/**
 * A loaded part of a thread without a gap, the oldest message first. `olderCursor` leads to the page before it; null means
 * that the thread begins here.
 */
export interface ThreadWindow {
  messages: Message[];
  olderCursor: string | null;
}

/** A thread as far as it is loaded: windows with gaps between them, the oldest first. The last one is the live end. */
export interface Thread {
  windows: ThreadWindow[];
}

const firstSeq = ({ messages }: ThreadWindow): number => messages[0]?.seq ?? 0;
const lastSeq = ({ messages }: ThreadWindow): number => messages.at(-1)?.seq ?? 0;

/** The window with the newest messages. */
export const liveEnd = ({ windows }: Thread): ThreadWindow => windows.at(-1) ?? { messages: [], olderCursor: null };

/** The window that contains this `seq`; undefined if it is not loaded. */
export function windowAt({ windows }: Thread, seq: number): ThreadWindow | undefined {
  return windows.find(
    (window, index) =>
      (window.olderCursor === null || firstSeq(window) <= seq) &&
      (index === windows.length - 1 || seq <= lastSeq(window)),
  );
}

/** The loaded message of this id; null if it is not loaded. */
export const messageIn = ({ windows }: Thread, id: string): Message | null =>
  windows.flatMap(({ messages }) => messages).find(({ _id }) => _id === id) ?? null;

/** Puts a message into its window. A message in a gap is ignored; its page brings it later. */
export function addToThread(thread: Thread, message: Message): Thread {
  const place = windowAt(thread, message.seq);
  if (!place) return thread;
  return {
    windows: thread.windows.map((window) =>
      window === place ? { ...window, messages: mergeMessages(window.messages, [message]) } : window,
    ),
  };
}

/** Changes the messages of all windows. */
export function changeMessages({ windows }: Thread, change: (messages: Message[]) => Message[]): Thread {
  return { windows: windows.map((window) => ({ ...window, messages: change(window.messages) })) };
}

/** Adds messages that the server has without a gap. Windows that they touch become one. */
export function addWindow({ windows }: Thread, added: ThreadWindow): Thread {
  if (added.messages.length === 0) return { windows };
  const touching = windows.filter((window) => touches(window, added));
  const apart = windows.filter((window) => !touching.includes(window) && window.messages.length > 0);
  return { windows: [...apart, touching.reduce(join, added)].sort((a, b) => firstSeq(a) - firstSeq(b)) };
}

/** Adds the messages that the server has right after a loaded one. */
export function addNewer(thread: Thread, after: Message, messages: readonly Message[]): Thread {
  const window = windowAt(thread, after.seq);
  if (!window?.messages.some(({ _id }) => _id === after._id)) return thread;
  return addWindow(thread, { messages: [after, ...messages], olderCursor: window.olderCursor });
}

/** Adds the newest page of the server. Loaded messages that do not touch it become a window before a gap. */
export function addNewestPage(known: Thread, page: ThreadWindow): Thread {
  const first = firstSeq(page);
  if (page.messages.length === 0) return { windows: [page] };
  const end = liveEnd(known);
  const isInside = firstSeq(end) < first && first < lastSeq(end);
  if (!isInside || end.messages.some(({ seq }) => seq === first)) return addWindow(known, page);
  // Events were missed, and newer ones came before this page was read, so the newest window has a gap.
  const older = { ...end, messages: end.messages.filter(({ seq }) => seq < first) };
  const newer = end.messages.filter(({ seq }) => seq > first);
  const live = { ...page, messages: mergeMessages(page.messages, newer) };
  return addWindow({ windows: [...known.windows.slice(0, -1), older] }, live);
}

const touches = (a: ThreadWindow, b: ThreadWindow): boolean =>
  a.messages.length > 0 && firstSeq(a) <= lastSeq(b) && firstSeq(b) <= lastSeq(a);

function join(a: ThreadWindow, b: ThreadWindow): ThreadWindow {
  const { olderCursor } = firstSeq(b) <= firstSeq(a) ? b : a;
  return { messages: mergeMessages(a.messages, b.messages), olderCursor };
}
