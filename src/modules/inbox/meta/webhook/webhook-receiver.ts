import type { IncomingMessage } from 'node:http';
import type { KeyObject } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { readBody } from '../../../../core/http/index.js';
import { InboundQueue } from '../../inbound-events/index.js';
import { isObject, type JsonObject, textOf } from '../../../../core/json/index.js';
import { BODY_TIMEOUT_MS, MAX_DELIVERY_BYTES } from '../meta.constants.js';
import { META_SOURCE } from '../meta-platforms.js';
import { WebhookFieldHandlers } from './webhook-field-handlers.js';
import { isSignedByAny, signatureKeys } from './signature.js';
import { splitDelivery } from './split-delivery.js';

const MAX_OBJECT_NAME = 40;
const SIGNATURE_HEADER = 'x-hub-signature-256';

/** Verifies and stores a delivery, before it is acknowledged. */
@Injectable()
export class WebhookReceiver {
  private readonly logger = new Logger(WebhookReceiver.name);
  private readonly keys: KeyObject[];

  constructor(
    private readonly queue: InboundQueue,
    private readonly fieldHandlers: WebhookFieldHandlers,
    config: AppConfig,
  ) {
    this.keys = signatureKeys(config.metaWebhookSecrets);
  }

  /**
   * Resolves when all events are stored.
   * @throws AppError 401 for a bad signature, 400, 408, 413, or 503 when storing failed
   */
  async receive(request: IncomingMessage): Promise<void> {
    const body = await readBody(request, { maxBytes: MAX_DELIVERY_BYTES, timeoutMs: BODY_TIMEOUT_MS });
    if (!isSignedByAny(this.keys, body, request.headers[SIGNATURE_HEADER])) {
      throw new AppError(
        'INVALID_SIGNATURE',
        401,
        'The signature does not match the body. Sign the exact bytes with the app secret',
      );
    }
    crashPoint('webhook.verified');
    const receivedAt = new Date();
    const delivery = parse(body);
    const delivered = splitDelivery(delivery);
    if (delivered.length === 0) this.logger.warn(`a delivery for ${objectName(delivery)} holds no event`);
    const items = await this.fieldHandlers.take(delivered);
    if (items.length === 0) return;
    await this.queue.store(META_SOURCE, items, receivedAt);
    crashPoint('webhook.stored');
  }
}

/** For instance `permissions`, to which PetBuddy does not subscribe. */
function objectName(delivery: JsonObject): string {
  return textOf(delivery['object'])?.slice(0, MAX_OBJECT_NAME) ?? 'no object';
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
