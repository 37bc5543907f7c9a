import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../http/client.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import type { WahaSession } from './waha-sessions.ts';

const VERSION = '2026.7.2';
const ENGINE = 'GOWS';
const TIMEOUT_MS = 10_000;
/** Shorter than the real pauses. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export interface WahaWebhookKnobs {
  /** Further copies of each event with another envelope id. */
  duplicate: number;
  /** Sends each message again under the hidden id of the customer. */
  twins: boolean;
  /** Signs with a key that is not the session's. */
  wrongKey: boolean;
  /** Sends nothing, like a server that lost its number without a word. */
  silent: boolean;
}

/** Delivers events to the webhooks of a session, signed and with repetitions. */
export class WahaWebhooks {
  readonly knobs: WahaWebhookKnobs = { duplicate: 0, twins: false, wrongKey: false, silent: false };
  private readonly running = new Set<Promise<boolean>>();
  private readonly closing = new AbortController();
  private readonly ledger: Ledger;
  private readonly apiBaseUrl: string;

  /** @param apiBaseUrl takes the place of the host in the addresses, because a test listens on its own port */
  constructor(ledger: Ledger, apiBaseUrl: string) {
    this.ledger = ledger;
    this.apiBaseUrl = apiBaseUrl.replace(/\/$/, '');
  }

  /** @returns whether the product took it */
  async send(session: WahaSession, event: string, payload: JsonObject): Promise<boolean> {
    if (this.knobs.silent) return false;
    const envelopes = Array.from({ length: 1 + this.knobs.duplicate }, () => envelopeOf(session, event, payload));
    const sent = envelopes.flatMap((envelope) =>
      webhooksOf(session)
        .filter(({ events }) => Array.isArray(events) && events.includes(event))
        .map((webhook) => this.track(this.deliver(webhook, envelope))),
    );
    return sent.length > 0 && (await Promise.all(sent)).every(Boolean);
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  close(): void {
    this.closing.abort();
  }

  private async track(work: Promise<boolean>): Promise<boolean> {
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }

  private async deliver(webhook: JsonObject, envelope: JsonObject): Promise<boolean> {
    const body = Buffer.from(JSON.stringify(envelope));
    const retries = isObject(webhook['retries']) ? webhook['retries'] : {};
    const attempts = Number(retries['attempts'] ?? 15);
    for (let attempt = 1; attempt <= attempts && !this.closing.signal.aborted; attempt++) {
      const status = await this.post(webhook, body);
      this.ledger.append('waha.webhook', { event: envelope['event'], status, attempt }, String(envelope['id']));
      if (status >= 200 && status < 300) return true;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
      await sleep(pause, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined);
    }
    return false;
  }

  private async post(webhook: JsonObject, body: Buffer): Promise<number> {
    const { pathname, search } = new URL(String(webhook['url']));
    const hmac = isObject(webhook['hmac']) ? webhook['hmac'] : {};
    const key = this.knobs.wrongKey ? 'another-key' : hmac['key'];
    const signed: Record<string, string> = isText(key)
      ? {
          'x-webhook-hmac': createHmac('sha512', key).update(body).digest('hex'),
          'x-webhook-hmac-algorithm': 'sha512',
        }
      : {};
    const headers = {
      'content-type': 'application/json',
      'user-agent': `WAHA/${VERSION}`,
      'x-webhook-request-id': randomUUID(),
      'x-webhook-timestamp': String(Date.now()),
      ...signed,
    };
    const options = { method: 'POST', url: this.apiBaseUrl + pathname + search, headers, body } as const;
    const answer = await request({ ...options, timeoutMs: TIMEOUT_MS, signal: this.closing.signal }).catch(() => null);
    return answer?.status ?? 0;
  }
}

function webhooksOf({ config }: WahaSession): JsonObject[] {
  return Array.isArray(config['webhooks']) ? config['webhooks'].filter(isObject) : [];
}

function envelopeOf(session: WahaSession, event: string, payload: JsonObject): JsonObject {
  return {
    id: `evt_01${randomBytes(12).toString('hex')}`,
    timestamp: Date.now(),
    event,
    session: session.name,
    metadata: session.config['metadata'] ?? {},
    me: session.me,
    engine: ENGINE,
    environment: { version: VERSION, engine: ENGINE, tier: 'PLUS' },
    payload,
  };
}
