import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildDeliveries, type Delivery } from './events/payload.ts';
import type { WebhookEvent } from './events/types.ts';
import { request } from './http/client.ts';
import type { JsonObject } from './json.ts';
import type { Ledger } from './ledger.ts';
import { metaJson, signatureHeaders } from './meta-json.ts';
import { shuffled } from './shuffle.ts';
import type { KeptDelivery, Undelivered } from './undelivered.ts';

/** Meta's own limit for one delivery. */
const META_TIMEOUT_MS = 20_000;
/** Meta repeats at once, then less often; the sandbox takes less time. */
const RETRY_DELAYS_MS = [0, 50, 100, 200, 400, 800, 1_600, 3_200, 5_000];

/** The sender's `knobs` are the defaults; `send` takes overrides. */
export interface WebhookKnobs {
  /** Further copies of every event, 0 to 3. */
  duplicate: number;
  /** Seed for the order of the events; null keeps it. */
  shuffle: number | null;
  batch: number;
  delayMs: number;
  /** Signs with a secret that is not the app's. */
  wrongSecret: boolean;
  /** How long to repeat after an answer other than 200; 0: one attempt. */
  retryForMs: number;
  concurrency: number;
  timeoutMs: number;
  /** Sends nothing, as after the app was unsubscribed. */
  silent: boolean;
}

export const DEFAULT_WEBHOOK_KNOBS: WebhookKnobs = {
  duplicate: 0,
  shuffle: null,
  batch: 1,
  delayMs: 0,
  wrongSecret: false,
  retryForMs: 0,
  concurrency: 1,
  timeoutMs: META_TIMEOUT_MS,
  silent: false,
};

/** One POST with all its attempts. */
export interface DeliveryReport {
  ok: boolean;
  attempts: number;
  status: number | null;
  body: string;
  eventIds: string[];
}

export interface WebhookSenderOptions {
  targetUrl: string;
  appSecret: string;
  verifyToken: string;
  ledger: Ledger;
  onEvent?: (event: WebhookEvent) => void;
}

/** Escapes, signs, posts and repeats like Meta. */
export class WebhookSender {
  readonly knobs: WebhookKnobs = { ...DEFAULT_WEBHOOK_KNOBS };
  private readonly options: WebhookSenderOptions;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly stop = new AbortController();
  private readonly pending = new Set<Promise<unknown>>();
  private undelivered: Undelivered | undefined;
  /** The latest delivery of each customer that has one. */
  private readonly lastOf = new Map<string, Promise<unknown>>();

  constructor(options: WebhookSenderOptions) {
    this.options = options;
  }

  /** Meta checks the address by a GET; ok only if the bare challenge comes back with 200. */
  async handshake(verifyToken = this.options.verifyToken): Promise<{ ok: boolean; status: number; body: string }> {
    const challenge = String(Math.floor(Math.random() * 1e9));
    const url = new URL(this.options.targetUrl);
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.verify_token', verifyToken);
    const { status, body } = await request({ method: 'GET', url: url.href, timeoutMs: META_TIMEOUT_MS });
    return { ok: status === 200 && body === challenge, status, body };
  }

  /** Resolves when every delivery was answered with 200 or given up. */
  send(
    events: WebhookEvent | readonly WebhookEvent[],
    overrides: Partial<WebhookKnobs> = {},
  ): Promise<DeliveryReport[]> {
    if (this.stop.signal.aborted) return Promise.resolve([]);
    const knobs = { ...this.knobs, ...overrides };
    const list = Array.isArray(events) ? (events as readonly WebhookEvent[]) : [events as WebhookEvent];
    for (const event of list) {
      this.options.onEvent?.(event);
      this.options.ledger.append(
        'webhook.event',
        { object: event.object, field: event.field, item: event.item },
        event.id,
      );
    }
    if (knobs.silent) return Promise.resolve([]);
    const copies = list.flatMap((event) => Array.from({ length: knobs.duplicate + 1 }, () => event));
    const ordered = knobs.shuffle === null ? copies : shuffled(copies, knobs.shuffle);
    const deliveries = buildDeliveries(ordered, knobs.batch).map(toKept);
    for (const delivery of deliveries) this.undelivered?.keep(delivery);
    const jobs = deliveries.map((delivery) => () => this.deliverInTurn(delivery, knobs));
    return this.track(runAll(jobs, knobs.concurrency));
  }

  /**
   * Keeps deliveries on disk until they are done, sends those of one customer in order, and first those of an
   * earlier process.
   */
  keepUndelivered(undelivered: Undelivered): void {
    this.undelivered = undelivered;
    for (const delivery of undelivered.left) void this.track(this.deliverInTurn(delivery, { ...this.knobs }));
  }

  /** For example the payload of the dashboard's test button. */
  sendPayload(payload: JsonObject, overrides: Partial<WebhookKnobs> = {}): Promise<DeliveryReport> {
    return this.track(this.deliver(toKept({ payload, events: [] }), { ...this.knobs, ...overrides }));
  }

  reset(): void {
    Object.assign(this.knobs, DEFAULT_WEBHOOK_KNOBS);
  }

  async idle(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  close(): void {
    this.stop.abort();
    this.agent.destroy();
  }

  private track<T>(task: Promise<T>): Promise<T> {
    this.pending.add(task);
    const forget = (): void => void this.pending.delete(task);
    task.then(forget, forget);
    return task;
  }

  /** Without a file nothing waits: tests want parallel deliveries. */
  private async deliverInTurn(delivery: KeptDelivery, knobs: WebhookKnobs): Promise<DeliveryReport> {
    const { undelivered } = this;
    if (undelivered === undefined) return this.deliver(delivery, knobs);
    const before = delivery.customers.flatMap((customer) => this.lastOf.get(customer) ?? []);
    const report = Promise.all(before).then(() => this.deliver(delivery, knobs));
    for (const customer of delivery.customers) this.lastOf.set(customer, report);
    // The next sandbox sends a delivery that this one leaves.
    if ((await report).ok || !this.stop.signal.aborted) undelivered.end(delivery.id);
    for (const customer of delivery.customers) {
      if (this.lastOf.get(customer) === report) this.lastOf.delete(customer);
    }
    return report;
  }

  private async deliver({ id, payload, eventIds }: KeptDelivery, knobs: WebhookKnobs): Promise<DeliveryReport> {
    const body = Buffer.from(metaJson(payload), 'latin1');
    const giveUpAt = Date.now() + knobs.delayMs + knobs.retryForMs;
    const report: DeliveryReport = { ok: false, attempts: 0, status: null, body: '', eventIds };
    await this.pause(knobs.delayMs);
    while (!this.stop.signal.aborted) {
      report.attempts += 1;
      Object.assign(report, await this.attempt(body, knobs));
      const { status, attempts } = report;
      this.options.ledger.append('webhook.attempt', { attempt: attempts, status, event_ids: eventIds }, id);
      report.ok = status === 200;
      const delay = RETRY_DELAYS_MS[Math.min(attempts - 1, RETRY_DELAYS_MS.length - 1)] ?? 0;
      if (report.ok || Date.now() + delay >= giveUpAt) break;
      await this.pause(delay);
    }
    return report;
  }

  private async attempt(body: Buffer, knobs: WebhookKnobs): Promise<{ status: number | null; body: string }> {
    const secret = knobs.wrongSecret ? `not-${this.options.appSecret}` : this.options.appSecret;
    try {
      return await request({
        method: 'POST',
        url: this.options.targetUrl,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...signatureHeaders(body, secret),
        },
        body,
        timeoutMs: knobs.timeoutMs,
        signal: this.stop.signal,
        agent: this.agent,
      });
    } catch (error) {
      return { status: null, body: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Ends early when the sandbox closes. */
  private async pause(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.stop.signal, ref: true }).catch(() => undefined);
  }
}

function toKept({ payload, events }: Delivery): KeptDelivery {
  const customers = events.flatMap(({ customer }) => (customer ? `${customer.channelId}/${customer.customerId}` : []));
  return { id: randomUUID(), payload, eventIds: events.map((event) => event.id), customers: [...new Set(customers)] };
}

/** Starts the jobs in order, at most `width` at a time. Results keep the order. */
async function runAll<T>(jobs: readonly (() => Promise<T>)[], width: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index];
      if (job !== undefined) results[index] = await job();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  return results;
}
