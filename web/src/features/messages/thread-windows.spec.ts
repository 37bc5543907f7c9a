import fc from 'fast-check';
import { sampleMessage } from '#web/testing/samples.ts';
import type { Message } from './thread-merge.ts';
import {
  addNewer,
  addNewestPage,
  addToThread,
  addWindow,
  liveEnd,
  type Thread,
  type ThreadWindow,
  windowAt,
} from './thread-windows.ts';

const windowOf = (seqs: readonly number[], olderCursor: string | null): ThreadWindow => ({
  messages: seqs.map((seq) => sampleMessage({ seq })),
  olderCursor,
});
const threadOf = (...windows: ThreadWindow[]): Thread => ({ windows });
const seqsOf = ({ windows }: Thread): number[][] => windows.map(({ messages }) => messages.map(({ seq }) => seq));

describe('the windows of a thread', () => {
  it('ignore a changed message in a gap until its page is loaded', () => {
    const thread = threadOf(windowOf([5, 6], 'older'), windowOf([20, 21], 'gap'));
    expect(addToThread(thread, sampleMessage({ seq: 2 }))).toBe(thread);
    expect(addToThread(thread, sampleMessage({ seq: 12 }))).toBe(thread);
    expect(seqsOf(addToThread(thread, sampleMessage({ seq: 22 })))).toEqual([
      [5, 6],
      [20, 21, 22],
    ]);
    const fromBeginning = threadOf(windowOf([5, 6], null));
    expect(seqsOf(addToThread(fromBeginning, sampleMessage({ seq: 2 })))).toEqual([[2, 5, 6]]);
  });

  it('become one if they touch, and keep the cursor of the oldest', () => {
    const thread = threadOf(windowOf([5, 6], 'older'), windowOf([20, 21], 'gap'));
    expect(addWindow(thread, windowOf([10, 11], 'middle'))).toEqual(
      threadOf(windowOf([5, 6], 'older'), windowOf([10, 11], 'middle'), windowOf([20, 21], 'gap')),
    );
    expect(addWindow(thread, windowOf([6, 8, 20], 'middle'))).toEqual(threadOf(windowOf([5, 6, 8, 20, 21], 'older')));
  });

  it('accept newer messages only after a loaded one', () => {
    const thread = threadOf(windowOf([5, 6], 'older'), windowOf([20, 21], 'gap'));
    const newer = [8, 20].map((seq) => sampleMessage({ seq }));
    expect(addNewer(thread, sampleMessage({ seq: 6 }), newer)).toEqual(threadOf(windowOf([5, 6, 8, 20, 21], 'older')));
    expect(addNewer(thread, sampleMessage({ seq: 7 }), newer)).toBe(thread);
  });

  it('keep older messages as a separate window if the newest page does not touch them', () => {
    const known = threadOf(windowOf([1, 2, 3, 4], null));
    expect(addNewestPage(known, windowOf([4, 5], 'page'))).toEqual(threadOf(windowOf([1, 2, 3, 4, 5], null)));
    expect(addNewestPage(known, windowOf([8, 9], 'page'))).toEqual(
      threadOf(windowOf([1, 2, 3, 4], null), windowOf([8, 9], 'page')),
    );
    // Message 10 came while the page was read, after 5 to 7 were missed.
    const ahead = addToThread(known, sampleMessage({ seq: 10 }));
    expect(seqsOf(addNewestPage(ahead, windowOf([8, 9], 'page')))).toEqual([
      [1, 2, 3, 4],
      [8, 9, 10],
    ]);
    expect(addNewestPage(threadOf(), windowOf([8], 'page'))).toEqual(threadOf(windowOf([8], 'page')));
  });

  it('find the window of a place, also before the first and after the last message', () => {
    const first = windowOf([5, 6], null);
    const last = windowOf([20, 21], 'gap');
    const thread = threadOf(first, last);
    expect([1, 5, 6, 12, 20, 99].map((seq) => windowAt(thread, seq))).toEqual([
      first,
      first,
      first,
      undefined,
      last,
      last,
    ]);
  });
});

const PAGE = 3;

/** A server with the messages of one conversation, and a screen that reads pages of them and receives changes later. */
class Exchange {
  thread: Thread;
  readonly stored: Message[] = [];
  private readonly unheard: Message[] = [];
  private readonly answers: { apply: (thread: Thread) => Thread; meanwhile: Message[] }[] = [];
  private clock = 0;

  constructor(count: number) {
    for (let index = 0; index < count; index += 1) this.store();
    this.thread = addNewestPage({ windows: [] }, this.pageBefore(Infinity));
    this.unheard.length = 0;
  }

  /** The customer writes; some numbers are left out, as the server may do. */
  store(): void {
    const seq = (this.stored.at(-1)?.seq ?? 0) + 1 + (this.clock % 2);
    this.tell(sampleMessage({ seq, updated_at: this.tick() }));
  }

  change(place: number): void {
    const message = this.stored[place % this.stored.length];
    if (message) this.tell({ ...message, content: `changed ${this.clock}`, updated_at: this.tick() });
  }

  /** The screen receives the oldest change that it has not received yet. */
  hear(): void {
    const message = this.unheard.shift();
    if (!message) return;
    for (const { meanwhile } of this.answers) meanwhile.push(message);
    this.thread = addToThread(this.thread, message);
  }

  readAround(seq: number): void {
    const older = this.pageBefore(seq + 1);
    const newer = this.stored.filter((message) => message.seq > seq).slice(0, PAGE);
    this.ask((thread) => addWindow(thread, { ...older, messages: [...older.messages, ...newer] }));
  }

  readOlder(place: number): void {
    const { messages, olderCursor } = this.windowFor(place);
    const [oldest] = messages;
    if (olderCursor === null || !oldest) return;
    const page = this.pageBefore(Number(olderCursor));
    this.ask((thread) => addWindow(thread, { ...page, messages: [...page.messages, oldest] }));
  }

  readNewer(place: number): void {
    const after = this.windowFor(place).messages.at(-1);
    if (!after) return;
    const messages = this.stored.filter(({ seq }) => seq > after.seq).slice(0, PAGE);
    this.ask((thread) => addNewer(thread, after, messages));
  }

  readNewest(): void {
    const page = this.pageBefore(Infinity);
    this.ask((thread) => addNewestPage(thread, page));
  }

  /** One of the answers that are on their way arrives. */
  answer(place: number): void {
    const [arrived] = this.answers.splice(place % Math.max(1, this.answers.length), 1);
    if (arrived) this.thread = arrived.meanwhile.reduce(addToThread, arrived.apply(this.thread));
  }

  finish(): void {
    while (this.answers.length > 0) this.answer(0);
    while (this.unheard.length > 0) this.hear();
  }

  private tell(message: Message): void {
    const place = this.stored.findIndex(({ _id }) => _id === message._id);
    this.stored.splice(place === -1 ? this.stored.length : place, 1, message);
    this.unheard.push(message);
  }

  private ask(apply: (thread: Thread) => Thread): void {
    this.answers.push({ apply, meanwhile: [] });
  }

  private windowFor(place: number): ThreadWindow {
    return this.thread.windows[place % this.thread.windows.length] ?? liveEnd(this.thread);
  }

  private pageBefore(seq: number): ThreadWindow {
    const older = this.stored.filter((message) => message.seq < seq);
    const messages = older.slice(-PAGE);
    return { messages, olderCursor: older.length > PAGE ? String(messages[0]?.seq) : null };
  }

  private tick(): string {
    this.clock += 1;
    return new Date(Date.UTC(2026, 2, 1) + this.clock).toISOString();
  }
}

describe('a thread that is read in windows', () => {
  const STEPS = ['store', 'change', 'hear', 'readAround', 'readOlder', 'readNewer', 'readNewest', 'answer'] as const;
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: 60 })), { maxLength: 80 });

  it('has no gap inside a window and the newest state of each message, for any order of answers and events', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), steps, (count, all) => {
        const exchange = new Exchange(count);
        for (const [step, value] of all) exchange[step](value);
        exchange.finish();
        const { stored, thread } = exchange;
        for (const { messages, olderCursor } of thread.windows) {
          const [first = 0, last = 0] = [messages[0]?.seq, messages.at(-1)?.seq];
          expect(messages).toEqual(stored.filter(({ seq }) => seq >= first && seq <= last));
          const cursor = first === (stored[0]?.seq ?? 0) ? null : String(first);
          expect(olderCursor).toBe(cursor);
        }
        const loaded = seqsOf(thread).flat();
        expect(loaded).toEqual([...new Set(loaded)].sort((a, b) => a - b));
        expect(loaded.at(-1)).toBe(stored.at(-1)?.seq);
      }),
    );
  });
});
