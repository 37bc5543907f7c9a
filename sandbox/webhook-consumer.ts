/** `/consumer/<name>`: programs of customers that get the webhooks of PetBuddy, as strict as Standard Webhooks say. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type Exchange, header, isJson, jsonBody, writeReply } from './http/exchange.ts';
import { isObject, type JsonObject } from './json.ts';

const MAX_AGE_SECONDS = 300;
const MAX_KEPT = 1_000;
const NAME = /^\/([\w-]{1,64})$/;
const WAIT_LIMIT_MS = 60_000;

export interface ConsumerKnobs {
  /** `whsec_…`; without it signatures are not checked. */
  secret: string | null;
  /** The answer to a valid request. */
  status: number;
  body: string;
  /** Never answers. */
  hangs: boolean;
}

/** A request that was taken: valid, and answered with 200 to 299. */
export interface TakenWebhook {
  name: string;
  headers: Record<string, string>;
  body: string;
}

export class WebhookConsumer {
  private readonly knobs = new Map<string, ConsumerKnobs>();
  private readonly taken: TakenWebhook[] = [];
  private readonly calls = new EventEmitter();

  knobsOf(name: string): ConsumerKnobs {
    const known = this.knobs.get(name) ?? { secret: null, status: 200, body: 'ok', hangs: false };
    this.knobs.set(name, known);
    return known;
  }

  takenBy(name: string): TakenWebhook[] {
    return this.taken.filter((one) => one.name === name);
  }

  /** Resolves when the consumer has been called, whatever it answers. */
  async called(name: string): Promise<void> {
    await new Promise<void>((done) => this.calls.once(name, () => done()));
  }

  /** Waits for the first request that fits. */
  async waitFor(name: string, fits: (body: JsonObject) => boolean = () => true): Promise<TakenWebhook> {
    const find = (): TakenWebhook | undefined =>
      this.takenBy(name).find(({ body }) => fits(JSON.parse(body) as JsonObject));
    const limit = AbortSignal.timeout(WAIT_LIMIT_MS);
    for (let found = find(); ; found = find()) {
      if (found) return found;
      await new Promise<void>((done, fail) => {
        this.calls.once(name, () => done());
        limit.addEventListener('abort', () => fail(new Error(`the consumer ${name} did not get what it waits for`)));
      });
    }
  }

  handle(exchange: Exchange): void {
    const name = NAME.exec(exchange.path)?.[1];
    const { res, method } = exchange;
    if (name === undefined) return writeReply(res, { status: 404, json: { error: 'Use /consumer/<name>' } });
    if (method === 'GET') return writeReply(res, { status: 200, json: { items: this.takenBy(name) } });
    if (method === 'PUT') return this.set(name, exchange);
    if (method !== 'POST') return writeReply(res, { status: 405, json: { error: 'Use POST' } });
    this.take(name, exchange);
  }

  private set(name: string, exchange: Exchange): void {
    const changes = jsonBody(exchange);
    if (!isObject(changes))
      return writeReply(exchange.res, {
        status: 400,
        json: { error: 'Send a JSON object with secret, status, body or hangs' },
      });
    writeReply(exchange.res, { status: 200, json: Object.assign(this.knobsOf(name), changes) });
  }

  private take(name: string, exchange: Exchange): void {
    const { secret, status, body, hangs } = this.knobsOf(name);
    const problem = problemOf(exchange, secret);
    const isTaken = problem === undefined && !hangs && status >= 200 && status < 300;
    if (isTaken) {
      this.taken.push({
        name,
        headers: exchange.req.headers as Record<string, string>,
        body: exchange.body.toString('utf8'),
      });
      if (this.taken.length > MAX_KEPT) this.taken.shift();
    }
    // Answers before a waiting test continues.
    if (problem !== undefined) writeReply(exchange.res, { status: 401, json: { error: problem } });
    else if (!hangs) writeReply(exchange.res, { status, bytes: Buffer.from(body), contentType: 'text/plain' });
    this.calls.emit(name);
  }
}

function problemOf(exchange: Exchange, secret: string | null): string | undefined {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    header(exchange, name),
  );
  if (!isJson(exchange) || !isObject(jsonBody(exchange))) return 'The body must be a JSON object';
  if (id === undefined || timestamp === undefined || signatures === undefined) return 'A webhook header is missing';
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > MAX_AGE_SECONDS) return 'The timestamp is too old or too new';
  if (secret === null) return undefined;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(exchange.body).digest();
  const fits = signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return fits ? undefined : 'No signature fits the secret';
}
