import { ApiError } from '#web/lib/api/api-error.ts';
import { createStore, type Store } from '#web/lib/store.ts';
import type { FlowGraph } from './flow-graph.ts';

const TYPING_PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** A draft that a colleague saved meanwhile. */
export interface Conflict {
  draft_rev: number;
  /** Null where the API does not say it. */
  by: string | null;
  at: string | null;
}

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** The server cannot be reached; it is tried again. */
  | { kind: 'offline' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'conflict'; conflict: Conflict };

/** Sends a graph as the draft after this revision. Gives the new revision. `isLast`: the page is going away. */
export type SaveDraft = (graph: FlowGraph, rev: number, isLast: boolean) => Promise<number>;

/** Saves the draft a moment after the last change, one request at a time, the newest graph last. */
export class DraftSaver {
  readonly state: Store<SaveState> = createStore<SaveState>({ kind: 'saved' });
  private waiting: FlowGraph | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  /** @param onSaved called after each save that leaves nothing to save */
  constructor(
    private rev: number,
    private readonly save: SaveDraft,
    private readonly onSaved: () => void,
  ) {}

  /** Whether something is not on the server yet. */
  get isUnsaved(): boolean {
    return this.waiting !== null || this.running !== null;
  }

  change(graph: FlowGraph): void {
    this.waiting = graph;
    if (this.state.get().kind === 'conflict') return;
    if (this.state.get().kind !== 'offline') this.state.set({ kind: 'saving' });
    this.later(TYPING_PAUSE_MS);
  }

  /** Saves at once what is not saved. Resolves when it is, or when it cannot be saved now. */
  async flush(isLast = false): Promise<void> {
    clearTimeout(this.timer);
    // The page is going away: an answer that is still missing would come too late to start the next request.
    if (isLast && this.running && this.waiting) return this.sendLast(this.waiting);
    await this.running;
    if (this.waiting === null || this.state.get().kind === 'conflict') return;
    this.running = this.send(this.waiting, isLast).finally(() => (this.running = null));
    await this.running;
    if (this.waiting !== null && this.state.get().kind === 'saving') await this.flush(isLast);
  }

  /** Goes on from the colleague's revision; `mine` is saved over it. */
  resolve(rev: number, mine: FlowGraph | null): Promise<void> {
    this.rev = rev;
    this.waiting = mine;
    this.state.set({ kind: mine ? 'saving' : 'saved' });
    if (mine) return this.flush();
    this.onSaved();
    return Promise.resolve();
  }

  /** Makes another change of the flow, which takes the revision and gives the next one. Drafts wait for it. */
  async changeOther(change: (rev: number) => Promise<number>): Promise<void> {
    await this.flush();
    const changed = change(this.rev).then((rev) => void (this.rev = rev));
    this.running = changed.catch(() => undefined).finally(() => (this.running = null));
    await changed;
  }

  /** Stops the timers. What is not saved yet is saved by `flush`. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async sendLast(graph: FlowGraph): Promise<void> {
    await this.save(graph, this.rev + 1, true).catch(() => undefined);
  }

  private async send(graph: FlowGraph, isLast: boolean): Promise<void> {
    this.waiting = null;
    try {
      this.rev = await this.save(graph, this.rev, isLast);
      if (this.waiting !== null) return;
      this.state.set({ kind: 'saved' });
      this.onSaved();
    } catch (error) {
      this.waiting ??= graph;
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof ApiError && error.code === 'DRAFT_CONFLICT') {
      this.state.set({ kind: 'conflict', conflict: conflictOf(error.details) });
    } else if (error instanceof ApiError && !error.isTemporary) {
      this.state.set({ kind: 'refused', error });
    } else {
      this.state.set({ kind: 'offline' });
      this.later(RETRY_MS);
    }
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}

function conflictOf(details: unknown): Conflict {
  const known = (details ?? {}) as { draft_rev?: number; edited_by?: { full_name?: string }; edited_at?: string };
  return { draft_rev: known.draft_rev ?? 0, by: known.edited_by?.full_name || null, at: known.edited_at ?? null };
}
