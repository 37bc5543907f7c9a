import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../http/client.ts';
import type { JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { shuffled } from '../shuffle.ts';
import { type AsaasPayment, eventId } from './asaas-payments.ts';

const TIMEOUT_MS = 10_000;
const MAX_TRIES = 15;
/** Shorter than the real pauses. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

export interface AsaasWebhook extends JsonObject {
  id: string;
  url: string;
  enabled: boolean;
  interrupted: boolean;
  authToken: string;
  events: readonly unknown[];
}

export interface AsaasWebhookKnobs {
  /** Loses every event. */
  lose: boolean;
  /** Further copies of each event, with the same id. */
  duplicate: number;
  /** Keeps events until `release`, which sends them in another order. */
  hold: boolean;
  /** Sends another token than the agreed one. */
  wrong_token: boolean;
}

interface Held {
  webhook: AsaasWebhook;
  event: JsonObject;
}

/** Delivers events, with the faults that the knobs say. */
export class AsaasWebhooks {
  readonly knobs: AsaasWebhookKnobs = { lose: false, duplicate: 0, hold: false, wrong_token: false };
  private readonly running = new Set<Promise<void>>();
  private readonly closing = new AbortController();
  private held: Held[] = [];
  private readonly ledger: Ledger;
  private readonly apiBaseUrl: string;

  /** @param apiBaseUrl takes the place of the host in the addresses, because a test listens on its own port */
  constructor(ledger: Ledger, apiBaseUrl: string) {
    this.ledger = ledger;
    this.apiBaseUrl = apiBaseUrl.replace(/\/$/, '');
  }

  /** An event keeps a copy of the payment, because a later change must not alter it. */
  send(webhooks: readonly AsaasWebhook[], name: string, payment: AsaasPayment): void {
    const dateCreated = new Date().toISOString().replace('T', ' ').slice(0, 'YYYY-MM-DD HH:mm:ss'.length);
    const event = { id: eventId(), event: name, dateCreated, payment: structuredClone(payment) };
    const wanted = webhooks.filter(
      ({ enabled, interrupted, events }) => enabled && !interrupted && events.includes(name),
    );
    for (const webhook of this.knobs.lose ? [] : wanted) {
      if (this.knobs.hold) this.held.push({ webhook, event });
      else this.start({ webhook, event });
    }
  }

  /** Sends the held events, shuffled by the seed. */
  release(seed: number): void {
    const waiting = shuffled(this.held, seed);
    this.held = [];
    waiting.forEach((one) => this.start(one));
  }

  reset(): void {
    this.held = [];
    Object.assign(this.knobs, { lose: false, duplicate: 0, hold: false, wrong_token: false });
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  close(): void {
    this.closing.abort();
  }

  private start({ webhook, event }: Held): void {
    for (let copy = 0; copy <= this.knobs.duplicate; copy++) {
      const work = this.deliver(webhook, event).finally(() => this.running.delete(work));
      this.running.add(work);
    }
  }

  private async deliver(webhook: AsaasWebhook, event: JsonObject): Promise<void> {
    for (let attempt = 1; attempt <= MAX_TRIES && !this.closing.signal.aborted; attempt++) {
      const status = await this.post(webhook, event);
      this.ledger.append('asaas.webhook', { event: event['event'], status, attempt }, String(event['id']));
      // Only 200 counts.
      if (status === 200) return;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
      await sleep(pause, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
    }
    webhook.interrupted = !this.closing.signal.aborted;
  }

  private async post({ url, authToken }: AsaasWebhook, event: JsonObject): Promise<number> {
    const { pathname, search } = new URL(url);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Java/17',
      'asaas-access-token': this.knobs.wrong_token ? 'another-token' : authToken,
    };
    const options = { method: 'POST', url: this.apiBaseUrl + pathname + search, headers } as const;
    const body = Buffer.from(JSON.stringify(event));
    const answer = await request({ ...options, body, timeoutMs: TIMEOUT_MS, signal: this.closing.signal }).catch(
      () => null,
    );
    return answer?.status ?? 0;
  }
}
