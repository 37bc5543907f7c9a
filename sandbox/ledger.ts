import { closeSync, openSync, writeSync } from 'node:fs';
import type { JsonObject } from './json.ts';

/**
 * - `webhook.event`: an event for the product (`id`: the key that finds duplicates);
 * - `webhook.attempt`: one POST to the product and its answer (`event_ids`, `status`, `attempt`);
 * - `bot.call` / `bot.message`: a call of the bot, and its message (`id`: message id);
 * - `graph.call` / `graph.message`: the same for the Graph API;
 * - `model.call`: a question to the language model (`body`, `refused`);
 * - `model.embeddings`: texts to turn into vectors;
 * - `media.download`: a download of a file;
 * - `waha.call` / `waha.message` / `waha.webhook`: a call of the WAHA server, its message, and its delivery;
 * - `asaas.call` / `asaas.webhook`: a call of the payment provider, and its delivery;
 * - `google.call` / `google.notification`: a call of Google, and a notification about a changed calendar;
 * - `customer.action`: an action on the practice phone.
 */
export type LedgerKind =
  | 'webhook.event'
  | 'webhook.attempt'
  | 'bot.call'
  | 'bot.message'
  | 'graph.call'
  | 'graph.message'
  | 'model.call'
  | 'model.embeddings'
  | 'media.download'
  | 'waha.call'
  | 'waha.message'
  | 'waha.webhook'
  | 'asaas.call'
  | 'asaas.webhook'
  | 'google.call'
  | 'google.notification'
  | 'customer.action';

/** Never changed once written. */
export interface LedgerEntry {
  /** 1, 2, 3 ... in the order of writing. */
  seq: number;
  /** ISO 8601 UTC. */
  at: string;
  kind: LedgerKind;
  id?: string;
  data: JsonObject;
}

export interface LedgerFilter {
  kind?: LedgerKind;
  id?: string;
  /** Only entries with a higher `seq`. */
  after?: number;
}

type Listener = (entry: LedgerEntry) => void;

const DEFAULT_WAIT_MS = 60_000;

/** Append-only record of calls between the product and the outside, for tests and the chaos auditor. */
export class Ledger {
  private readonly log: LedgerEntry[] = [];
  private readonly listeners = new Set<Listener>();
  private readonly file: number | null;
  private readonly now: () => number;

  /** @param options `file`: also appends every entry there, as one line of JSON */
  constructor(options: { file?: string; now?: () => number } = {}) {
    this.now = options.now ?? Date.now;
    this.file = options.file === undefined ? null : openSync(options.file, 'a');
  }

  append(kind: LedgerKind, data: JsonObject, id?: string): LedgerEntry {
    const entry: LedgerEntry = {
      seq: this.log.length + 1,
      at: new Date(this.now()).toISOString(),
      kind,
      ...(id === undefined ? {} : { id }),
      data,
    };
    this.log.push(entry);
    if (this.file !== null) writeSync(this.file, `${JSON.stringify(entry)}\n`);
    for (const listener of [...this.listeners]) listener(entry);
    return entry;
  }

  entries(filter: LedgerFilter = {}): LedgerEntry[] {
    return this.log.slice(filter.after ?? 0).filter((entry) => matches(entry, filter));
  }

  /** The first entry, past or future, for which `predicate` holds. Rejects after `timeoutMs`. */
  waitFor(predicate: (entry: LedgerEntry) => boolean, timeoutMs = DEFAULT_WAIT_MS): Promise<LedgerEntry> {
    const present = this.log.find(predicate);
    if (present !== undefined) return Promise.resolve(present);
    return new Promise((resolve, reject) => {
      const stop = this.subscribe((entry) => {
        if (!predicate(entry)) return;
        clearTimeout(timer);
        stop();
        resolve(entry);
      });
      const timer = setTimeout(() => {
        stop();
        const kinds = this.log.slice(-8).map((entry) => entry.kind);
        reject(new Error(`No such ledger entry within ${timeoutMs} ms; the last were: ${kinds.join(', ') || 'none'}`));
      }, timeoutMs);
    });
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.listeners.clear();
  }
}

function matches(entry: LedgerEntry, filter: LedgerFilter): boolean {
  return (
    (filter.kind === undefined || entry.kind === filter.kind) && (filter.id === undefined || entry.id === filter.id)
  );
}
