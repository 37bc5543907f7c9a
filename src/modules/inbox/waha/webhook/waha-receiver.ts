import type { IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { readBody } from '../../../../core/http/index.js';
import { isObject, type JsonObject, textOf, timeOf } from '../../../../core/json/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { InboundQueue } from '../../inbound-events/index.js';
import { SILENCE_MS } from '../sessions/session-watch.js';
import { SessionWatcher } from '../sessions/session-watcher.service.js';
import { webhookSecretPlace, type WhatsappSession } from '../sessions/whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from '../sessions/whatsapp-sessions.repository.js';
import { BODY_TIMEOUT_MS, MAX_DELIVERY_BYTES, MAX_EVENT_AGE_MS, WORKING } from '../waha.constants.js';
import { sessionNotFound } from '../waha.errors.js';
import { WAHA_SOURCE } from '../waha-kind.js';
import { isSigned } from './signature.js';
import { toItem } from './split-event.js';

const SIGNATURE_HEADER = 'x-webhook-hmac';
const SESSION_STATUS = 'session.status';
/** A silent session is found by the minute, so not each event needs a write. */
const NOTE_INTERVAL_MS = 60_000;
const MAX_SESSIONS_IN_MEMORY = 5_000;
const SESSION_TTL_MS = 5_000;

/** Verifies and stores a delivery, before it is acknowledged. */
@Injectable()
export class WahaReceiver {
  private readonly logger = new Logger(WahaReceiver.name);
  private readonly known = new LRUCache<string, WhatsappSession>({ max: MAX_SESSIONS_IN_MEMORY, ttl: SESSION_TTL_MS });
  private readonly noted = new LRUCache<string, true>({ max: MAX_SESSIONS_IN_MEMORY, ttl: NOTE_INTERVAL_MS });

  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly watcher: SessionWatcher,
    private readonly queue: InboundQueue,
    private readonly secrets: SecretBox,
  ) {}

  /**
   * Resolves when the event is stored.
   * @throws AppError 404 for an unknown session, 401 for a bad signature, 400, 408, 413, or 503 when storing failed
   */
  async receive(request: IncomingMessage, sessionKey: string): Promise<void> {
    const known = await this.sessionOf(sessionKey);
    const body = await readBody(request, { maxBytes: MAX_DELIVERY_BYTES, timeoutMs: BODY_TIMEOUT_MS });
    const signature = request.headers[SIGNATURE_HEADER];
    // A number that was removed and added again has a new key.
    const session = this.hasSigned(known, body, signature) ? known : await this.read(sessionKey);
    if (!this.hasSigned(session, body, signature)) throw badSignature();
    crashPoint('webhook.verified');
    await this.take(session, parse(body), new Date());
    crashPoint('webhook.stored');
  }

  private async take(session: WhatsappSession, delivery: JsonObject, now: Date): Promise<void> {
    const sentAt = timeOf(delivery['timestamp']);
    if (sentAt && now.getTime() - sentAt.getTime() > MAX_EVENT_AGE_MS) {
      this.logger.warn(`an event of session ${session._id.toHexString()} is older than a day and was left out`);
      return;
    }
    await this.noteEvent(session, now);
    // The event may be old or repeated, so the server is asked for the state.
    if (textOf(delivery['event']) === SESSION_STATUS) return this.watcher.request(session);
    const item = toItem(session.session_key, delivery);
    if (item) await this.queue.store(WAHA_SOURCE, [item], now);
  }

  private async sessionOf(key: string): Promise<WhatsappSession> {
    return this.known.get(key) ?? this.read(key);
  }

  private async read(key: string): Promise<WhatsappSession> {
    const session = await this.sessions.findByKey(key);
    if (!session) throw sessionNotFound();
    this.known.set(key, session);
    return session;
  }

  private hasSigned(session: WhatsappSession, body: Buffer, signature: unknown): boolean {
    return isSigned(this.secrets.open(session.webhook_secret, webhookSecretPlace(session)), body, signature);
  }

  private async noteEvent({ _id, company_id, status }: WhatsappSession, now: Date): Promise<void> {
    const key = _id.toHexString();
    if (this.noted.has(key)) return;
    this.noted.set(key, true);
    const watchAt = status === WORKING ? new Date(now.getTime() + SILENCE_MS) : null;
    await this.sessions.noteEvent(CompanyScope.of(company_id), _id, now, watchAt);
  }
}

function badSignature(): AppError {
  return new AppError(
    'INVALID_SIGNATURE',
    401,
    'The signature does not match the body. Start the number again in the settings, so that the server gets its key',
  );
}

function parse(body: Buffer): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(parsed)) return parsed;
  } catch {
    // Falls through to the error below.
  }
  throw new AppError('BAD_REQUEST', 400, 'The body must be a JSON object');
}
