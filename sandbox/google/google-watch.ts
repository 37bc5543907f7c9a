/** Push notifications about changed calendars. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../http/client.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { shuffled } from '../shuffle.ts';
import type { GoogleCalendar } from './google-calendars.ts';
import { GoogleRefusal, invalid } from './google-refusal.ts';

const WEEK_SECONDS = 7 * 24 * 3_600;
const TIMEOUT_MS = 10_000;
const MAX_TRIES = 4;
const PAUSE_MS = 50;
const KEYS = ['id', 'type', 'address', 'token', 'params', 'expiration', 'payload', 'kind'];
const ID = /^[A-Za-z0-9\-_+/=]{1,64}$/;
const MAX_TOKEN = 256;
const NO_PUSH = 'pushNotSupportedForRequestedResource';

interface WatchChannel {
  id: string;
  resourceId: string;
  calendarId: string;
  email: string;
  address: string;
  token: string | undefined;
  expiresAt: number;
  /** Of the last notification. */
  messages: number;
}

interface Held {
  channel: WatchChannel;
  state: 'sync' | 'exists';
  message: number;
}

export interface GoogleWebhookKnobs {
  /** Loses every notification. */
  lose: boolean;
  /** Further copies of each notification. */
  duplicate: number;
  /** Keeps notifications until `release`, which sends them in another order. */
  hold: boolean;
  /** Sends another token than the agreed one. */
  wrong_token: boolean;
  /** Refuses addresses without https, as Google does. */
  require_https: boolean;
}

const DEFAULTS: GoogleWebhookKnobs = {
  ...{ lose: false, duplicate: 0, hold: false, wrong_token: false, require_https: false },
};

interface WatchOptions {
  ledger: Ledger;
  /** Takes the place of the host in the addresses, because a test listens on its own port. */
  apiBaseUrl: string;
  now: () => number;
}

export class GoogleWatch {
  readonly knobs: GoogleWebhookKnobs = { ...DEFAULTS };
  readonly channels = new Map<string, WatchChannel>();
  private readonly resources = new Map<string, string>();
  private readonly running = new Set<Promise<void>>();
  private readonly closing = new AbortController();
  private held: Held[] = [];
  private readonly options: WatchOptions;

  constructor(options: WatchOptions) {
    this.options = { ...options, apiBaseUrl: options.apiBaseUrl.replace(/\/$/, '') };
  }

  /** `POST events/watch`. The first notification says `sync`. @throws GoogleRefusal */
  start(email: string, calendar: GoogleCalendar, body: JsonObject): JsonObject {
    const channel = this.channelOf(email, calendar, body);
    this.channels.set(channel.id, channel);
    this.notify(channel, 'sync');
    const { id, resourceId, token, expiresAt } = channel;
    return {
      ...{ kind: 'api#channel', id, resourceId, resourceUri: resourceUri(channel) },
      ...(token !== undefined && { token }),
      expiration: String(expiresAt),
    };
  }

  /** `POST channels/stop`. @throws GoogleRefusal 404 */
  stop({ id, resourceId }: JsonObject): void {
    if (!isText(id) || !isText(resourceId)) throw new GoogleRefusal(400, 'required', 'Required');
    if (this.channels.get(id)?.resourceId !== resourceId)
      throw new GoogleRefusal(404, 'notFound', `Channel '${id}' not found for project 'sandbox'`);
    this.channels.delete(id);
  }

  calendarChanged({ id }: GoogleCalendar): void {
    for (const channel of this.channels.values())
      if (channel.calendarId === id && channel.expiresAt > this.options.now()) this.notify(channel, 'exists');
  }

  /** Sends the held notifications, shuffled by the seed. */
  release(seed: number): void {
    const waiting = shuffled(this.held, seed);
    this.held = [];
    waiting.forEach((one) => this.run(one));
  }

  reset(): void {
    this.held = [];
    Object.assign(this.knobs, DEFAULTS);
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  close(): void {
    this.closing.abort();
  }

  private channelOf(email: string, calendar: GoogleCalendar, body: JsonObject): WatchChannel {
    const unknown = Object.keys(body).find((key) => !KEYS.includes(key));
    if (unknown !== undefined) throw invalid(`Unknown name "${unknown}": Cannot find field.`);
    const { id, type, address, token, params, expiration } = body;
    if (!isText(id)) throw new GoogleRefusal(400, 'required', 'entity.id is required');
    if (!ID.test(id)) throw new GoogleRefusal(400, 'channelIdInvalid', 'Channel id not valid');
    if (this.channels.has(id)) throw new GoogleRefusal(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
    if (type !== 'web_hook') throw invalid(`Invalid channel type: ${String(type)}`);
    if (!isText(address) || !URL.canParse(address)) throw invalid('Invalid value for: address');
    if (this.knobs.require_https && !address.startsWith('https:'))
      throw new GoogleRefusal(400, 'push.webhookUrlNotHttps', `WebHook callback must be HTTPS: ${address}`);
    if (token !== undefined && (!isText(token) || token.length > MAX_TOKEN)) throw invalid('Invalid value for: token');
    if (!calendar.canWatch)
      throw new GoogleRefusal(400, NO_PUSH, 'Push notifications are not supported by this resource.');
    const resourceId = this.resources.get(calendar.id) ?? randomBytes(20).toString('base64url');
    this.resources.set(calendar.id, resourceId);
    const expiresAt = this.expiry(isObject(params) ? params['ttl'] : undefined, expiration);
    return { id, resourceId, calendarId: calendar.id, email, address, token, expiresAt, messages: 0 };
  }

  private expiry(ttl: unknown, expiration: unknown): number {
    const latest = this.options.now() + WEEK_SECONDS * 1_000;
    const asked =
      expiration === undefined ? this.options.now() + Number(ttl ?? WEEK_SECONDS) * 1_000 : Number(expiration);
    if (!(asked > this.options.now())) throw invalid('Invalid value for: expiration');
    return Math.min(latest, asked);
  }

  private notify(channel: WatchChannel, state: Held['state']): void {
    // Numbers rise, but not by one.
    channel.messages += state === 'sync' ? 1 : 1 + Math.floor(Math.random() * 3);
    const notification = { channel, state, message: channel.messages };
    if (this.knobs.lose) return;
    if (this.knobs.hold) this.held.push(notification);
    else this.run(notification);
  }

  private run(notification: Held): void {
    for (let copy = 0; copy <= this.knobs.duplicate; copy++) {
      const work = this.deliver(notification).finally(() => this.running.delete(work));
      this.running.add(work);
    }
  }

  private async deliver(notification: Held): Promise<void> {
    const { channel, state, message } = notification;
    for (let attempt = 1; attempt <= MAX_TRIES && !this.closing.signal.aborted; attempt++) {
      const status = await this.post(notification);
      this.options.ledger.append('google.notification', { state, message, status, attempt }, channel.id);
      // Google repeats after 500, 502, 503 and 504 only.
      if (status > 0 && status < 500) return;
      await sleep(PAUSE_MS * 2 ** attempt, undefined, { signal: this.closing.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  private async post({ channel, state, message }: Held): Promise<number> {
    const { pathname, search } = new URL(channel.address);
    const headers = {
      'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
      'content-length': '0',
      'x-goog-channel-id': channel.id,
      'x-goog-channel-expiration': new Date(channel.expiresAt).toUTCString(),
      'x-goog-resource-id': channel.resourceId,
      'x-goog-resource-uri': resourceUri(channel),
      'x-goog-resource-state': state,
      'x-goog-message-number': String(message),
      ...(channel.token !== undefined && {
        'x-goog-channel-token': this.knobs.wrong_token ? 'another' : channel.token,
      }),
    };
    const url = this.options.apiBaseUrl + pathname + search;
    const options = { method: 'POST', url, headers, timeoutMs: TIMEOUT_MS, signal: this.closing.signal } as const;
    const answer = await request(options).catch(() => null);
    return answer?.status ?? 0;
  }
}

const resourceUri = ({ calendarId }: WatchChannel): string =>
  `https://www.googleapis.com/calendar/v3/calendars/${encodeURIComponent(calendarId)}/events?alt=json`;
