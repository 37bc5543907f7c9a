import { instagramText, messengerText, whatsappText } from '../events/index.ts';
import type { LedgerEntry } from '../ledger.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export const PAGE = '1000000000000001';
export const INSTAGRAM = '17841400000000001';
export const PHONE = '106300000000001';
export const INSTAGRAM_TOKEN = 'IGAAsandbox-token-instagram';
export const HOUR_MS = 3_600_000;

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & {
    error?: Record<string, unknown>;
    messages?: { id: string }[];
    data?: unknown;
  };
}

interface CallOptions {
  token?: string;
  method?: string;
  json?: unknown;
  host?: 'facebook' | 'instagram';
}

/** A sandbox with an adjustable clock, a product that answers 200, and short calls of the Graph API. */
export class GraphWorld {
  readonly receiver: Receiver;
  readonly sandbox: Sandbox;
  private readonly time: { now: number };

  private constructor(receiver: Receiver, sandbox: Sandbox, time: { now: number }) {
    this.receiver = receiver;
    this.sandbox = sandbox;
    this.time = time;
  }

  static async start(): Promise<GraphWorld> {
    const time = { now: Date.now() };
    const receiver = await startReceiver();
    const sandbox = await startSandbox({
      port: 0,
      apiBaseUrl: receiver.url,
      appSecret: 'secret',
      verifyToken: 'verify',
      now: () => time.now,
    });
    return new GraphWorld(receiver, sandbox, time);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.receiver.close();
  }

  get now(): number {
    return this.time.now;
  }

  turnClock(ms: number): void {
    this.time.now += ms;
  }

  async call(path: string, options: CallOptions = {}): Promise<Answer> {
    const { token = 'sandbox-token-facebook', json, method = json === undefined ? 'GET' : 'POST', host } = options;
    const baseUrl = host === 'instagram' ? this.sandbox.instagramGraphUrl : this.sandbox.graphUrl;
    const response = await fetch(`${baseUrl}/v26.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  messenger(message: unknown, extra: object = {}, id = '7'): Promise<Answer> {
    return this.call('me/messages', { json: { recipient: { id }, messaging_type: 'RESPONSE', message, ...extra } });
  }

  instagram(message: unknown): Promise<Answer> {
    const json = { recipient: { id: '8' }, message };
    return this.call(`${INSTAGRAM}/messages`, { host: 'instagram', token: INSTAGRAM_TOKEN, json });
  }

  whatsapp(extra: object): Promise<Answer> {
    const json = { messaging_product: 'whatsapp', to: '5511988887777', ...extra };
    return this.call(`${PHONE}/messages`, { token: 'sandbox-token-whatsapp', json });
  }

  /** The customers 7 (Messenger), 8 (Instagram) and 5511988887777 (WhatsApp) write now. */
  async customersWrite(): Promise<void> {
    const at = this.now;
    await this.sandbox.webhooks.send([
      messengerText({ customerId: '7', text: 'hi', mid: 'm_in', at }),
      instagramText({ customerId: '8', text: 'hi', at }),
      whatsappText({ customerId: '5511988887777', text: 'hi', id: 'wamid.in', at }),
    ]);
  }
}

export function textBody(body: string): object {
  return { type: 'text', text: { body } };
}

export function codeOf({ body }: Answer): unknown[] {
  return [body.error?.['code'], body.error?.['error_subcode']].filter((code) => code !== undefined);
}

/** Matches an event that was sent with this webhook field, and id where given. */
export function sentField(name: string, id?: string): (entry: LedgerEntry) => boolean {
  return (entry) =>
    entry.kind === 'webhook.event' && entry.data['field'] === name && (id === undefined || entry.id === id);
}
