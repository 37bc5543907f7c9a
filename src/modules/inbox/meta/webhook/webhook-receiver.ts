import type { IncomingMessage } from 'node:http';
import type { KeyObject } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { GroupCommit } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { AckPriority } from '../ack-priority.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { InboundSignal } from '../inbound-signal.js';
import { isObject, type JsonObject } from '../json.js';
import {
  BODY_TIMEOUT_MS,
  INSERT_BATCH,
  INSERT_BUDGET_MS,
  MAX_DELIVERY_BYTES,
  MAX_WAITING_ITEMS,
} from '../meta.constants.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { toInboundEvent } from './inbound-event-factory.js';
import { readBody } from './read-body.js';
import { isSignedByAny, signatureKeys } from './signature.js';
import { splitDelivery } from './split-delivery.js';

const SIGNATURE_HEADER = 'x-hub-signature-256';

/**
 * Takes deliveries: verify, store, and only then acknowledge. What it stores is worked on later by the drain, so a slow
 * or failing effect never makes Meta wait or send again.
 */
@Injectable()
export class WebhookReceiver {
  private readonly logger = new Logger(WebhookReceiver.name);
  private readonly keys: KeyObject[];
  private readonly commits: GroupCommit<InboundEventRecord>;
  private waiting = 0;

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly signal: InboundSignal,
    private readonly priority: AckPriority,
    config: AppConfig,
  ) {
    this.keys = signatureKeys(config.metaWebhookSecrets);
    this.commits = new GroupCommit((batch) => this.events.store(batch), INSERT_BATCH);
  }

  /**
   * Resolves when everything the delivery says is stored.
   * @throws AppError 401 for a bad signature, 400, 408, 413, or 503 when storing failed and Meta should send again
   */
  async receive(request: IncomingMessage): Promise<void> {
    const body = await readBody(request, { maxBytes: MAX_DELIVERY_BYTES, timeoutMs: BODY_TIMEOUT_MS });
    if (!isSignedByAny(this.keys, body, request.headers[SIGNATURE_HEADER])) {
      throw new AppError('INVALID_SIGNATURE', 401, 'The signature does not belong to this body');
    }
    crashPoint('webhook.verified');
    const receivedAt = new Date();
    const items = splitDelivery(parse(body));
    if (items.length === 0) return;
    await this.store(items.map((item) => toInboundEvent(item, receivedAt)));
    crashPoint('webhook.stored');
    this.signal.wake();
  }

  private async store(events: readonly InboundEventRecord[]): Promise<void> {
    if (this.waiting + events.length > MAX_WAITING_ITEMS) throw notStored();
    this.waiting += events.length;
    const stored = this.priority.acknowledging(Promise.all(events.map((event) => this.commits.add(event))));
    const settled = (): void => void (this.waiting -= events.length);
    stored.then(settled, settled);
    try {
      await withinBudget(stored);
    } catch (error) {
      this.logger.error(`a delivery of ${events.length} events was not stored`, error);
      throw notStored();
    }
  }
}

/** What was stored after the budget is a duplicate when Meta sends it again. */
async function withinBudget(stored: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const budget = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${INSERT_BUDGET_MS} ms`)), INSERT_BUDGET_MS);
  });
  try {
    await Promise.race([stored, budget]);
  } finally {
    clearTimeout(timer);
  }
}

function parse(body: Buffer): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(parsed)) return parsed;
  } catch {
    // Answered below like any other body that is not a JSON object.
  }
  throw new AppError('BAD_REQUEST', 400, 'The body is not a JSON object');
}

function notStored(): AppError {
  return new AppError('UNAVAILABLE', 503, 'Not stored; send it again');
}
