import { createHash } from 'node:crypto';
import type { Platform } from './channels.ts';
import { header, isJson, jsonBody, writeReply, type Exchange, type Reply } from './http/exchange.ts';
import { answerFault, answerUnderFault, DEFAULT_SLOW_MS, isEffective, type Fault } from './http/faults.ts';
import { instagramMid, messengerMid } from './ids.ts';
import { isObject, isText, type JsonObject } from './json.ts';
import type { Ledger } from './ledger.ts';

/** For everybody, and for single customers by their `customer_social_id`. */
export interface BotKnobs extends Required<Fault> {
  by_customer: Record<string, Fault>;
}

export interface BotMessage {
  message_id: string;
  platform: 'facebook' | 'instagram';
  company_id: string;
  customer_id: string;
  customer_social_id: string;
  content: string;
  attachments: JsonObject[];
  access_token: string;
}

/** A string is the reason why Meta would refuse the message. */
export type BotTransport = (message: BotMessage) => string | null;

const ROUTES: Record<string, 'facebook' | 'instagram'> = {
  '/chat/manual-facebook': 'facebook',
  '/chat/manual-instagram': 'instagram',
};
const TEXT_KEYS = ['company_id', 'customer_id', 'platform', 'access_token', 'customer_social_id'] as const;
const KEYS: readonly string[] = [...TEXT_KEYS, 'content', 'attachments'];
const ATTACHMENT_KEYS: readonly string[] = ['type', 'url', 'file_description'];

interface RememberedAnswer {
  bodyHash: string;
  reply: Reply;
}

/** The Meta bot that gets the messages of staff. It refuses every body that is not exactly the agreed one. */
export class MetaBot {
  readonly knobs: BotKnobs = { mode: 'ok', slow_ms: DEFAULT_SLOW_MS, by_customer: {} };
  private readonly answers = new Map<string, RememberedAnswer>();
  private readonly ledger: Ledger;
  private readonly transport: BotTransport;

  constructor(options: { ledger: Ledger; transport?: BotTransport }) {
    this.ledger = options.ledger;
    this.transport = options.transport ?? (() => null);
  }

  messages(): BotMessage[] {
    return this.ledger.entries({ kind: 'bot.message' }).map((entry) => entry.data as unknown as BotMessage);
  }

  reset(): void {
    this.answers.clear();
    Object.assign(this.knobs, { mode: 'ok', slow_ms: DEFAULT_SLOW_MS, by_customer: {} });
  }

  async handle(exchange: Exchange): Promise<void> {
    const platform = ROUTES[exchange.path];
    if (platform === undefined) return writeReply(exchange.res, refusal(404, `No route ${exchange.path}`));
    if (exchange.method !== 'POST') return writeReply(exchange.res, refusal(405, 'Only POST'));
    if (!isJson(exchange)) return writeReply(exchange.res, refusal(415, 'Content-Type must be application/json'));
    const body = jsonBody(exchange);
    const reason = reasonToRefuse(body, platform);
    const fault = this.faultFor(body);
    this.ledger.append('bot.call', {
      path: exchange.path,
      body,
      mode: fault.mode,
      refused: reason,
      idempotency_key: header(exchange, 'idempotency-key') ?? null,
    });
    if (reason !== null || !isObject(body)) return writeReply(exchange.res, refusal(400, reason ?? 'Not an object'));
    if (!isEffective(fault.mode)) {
      return answerFault(exchange, fault.mode, (status) => ({ ok: false, error: `sandbox mode ${status}` }));
    }
    await answerUnderFault(exchange, fault, this.once(exchange, body, platform));
  }

  private faultFor(body: unknown): Fault {
    const customer = isObject(body) ? body['customer_social_id'] : undefined;
    return (typeof customer === 'string' ? this.knobs.by_customer[customer] : undefined) ?? this.knobs;
  }

  /** A repeated idempotency key gets the same answer and causes no second message. */
  private once(exchange: Exchange, body: JsonObject, platform: 'facebook' | 'instagram'): Reply {
    const key = header(exchange, 'idempotency-key');
    if (key === undefined) return this.accept(body, platform);
    const bodyHash = createHash('sha256').update(exchange.path).update(exchange.body).digest('hex');
    const known = this.answers.get(key);
    if (known !== undefined) {
      return known.bodyHash === bodyHash ? known.reply : refusal(409, 'idempotency-key was used with another body');
    }
    const reply = this.accept(body, platform);
    this.answers.set(key, { bodyHash, reply });
    return reply;
  }

  private accept(body: JsonObject, platform: 'facebook' | 'instagram'): Reply {
    const messageId = platform === 'facebook' ? messengerMid() : instagramMid();
    const message = { ...body, message_id: messageId, platform } as unknown as BotMessage;
    const refused = this.transport(message);
    if (refused !== null) return refusal(400, refused);
    this.ledger.append('bot.message', { ...message }, messageId);
    return { status: 200, json: { ok: true, message_id: messageId } };
  }
}

function refusal(status: number, error: string): Reply {
  return { status, json: { ok: false, error } };
}

function reasonToRefuse(body: unknown, platform: Platform): string | null {
  if (!isObject(body)) return 'The body must be a JSON object';
  const unknown = Object.keys(body).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) return `Unknown keys: ${unknown.join(', ')}`;
  const missing = KEYS.filter((key) => !(key in body));
  if (missing.length > 0) return `Missing keys: ${missing.join(', ')}`;
  const bad = TEXT_KEYS.find((key) => !isText(body[key]));
  if (bad !== undefined) return `${bad} must be a non-empty string`;
  if (body['platform'] !== platform) return `platform must be ${platform} on this route`;
  return reasonToRefuseContent(body['content'], body['attachments']);
}

function reasonToRefuseContent(content: unknown, attachments: unknown): string | null {
  if (typeof content !== 'string') return 'content must be a string';
  if (!Array.isArray(attachments)) return 'attachments must be an array';
  if (content === '' && attachments.length === 0) return 'content or an attachment is needed';
  for (const attachment of attachments as unknown[]) {
    if (!isObject(attachment)) return 'an attachment must be an object';
    const unknown = Object.keys(attachment).filter((key) => !ATTACHMENT_KEYS.includes(key));
    if (unknown.length > 0) return `Unknown keys of an attachment: ${unknown.join(', ')}`;
    if (!isText(attachment['type']) || !isText(attachment['url'])) return 'an attachment needs type and url';
  }
  return null;
}
