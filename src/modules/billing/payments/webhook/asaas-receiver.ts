import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { readBody } from '../../../../core/http/index.js';
import { isObject, type JsonObject, objectOf, textOf } from '../../../../core/json/index.js';
import { isSameSecret } from '../../../../core/security/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PaymentConnectionsRepository } from '../connection/payment-connections.repository.js';
import { PaymentConnectionsService } from '../connection/payment-connections.service.js';
import { PaymentEventsRepository } from './payment-events.repository.js';
import { PaymentEventsService } from './payment-events.service.js';

const MAX_EVENT_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 8_000;
const MAX_TEXT = 200;

/** Takes the events of Asaas. */
@Injectable()
export class AsaasReceiver {
  constructor(
    private readonly connections: PaymentConnectionsRepository,
    private readonly connecting: PaymentConnectionsService,
    private readonly events: PaymentEventsRepository,
    private readonly work: PaymentEventsService,
  ) {}

  /**
   * Resolves when the event is stored; the work on it begins then.
   * @throws AppError 404 for an unknown company, 401 for a wrong token, 400, 408 or 413
   */
  async receive(request: IncomingMessage, companyKey: string): Promise<void> {
    const body = await readBody(request, { maxBytes: MAX_EVENT_BYTES, timeoutMs: BODY_TIMEOUT_MS });
    const connection = await this.connections.byCompanyKey(companyKey);
    if (!connection) throw AppError.notFound('Company');
    const token = request.headers['asaas-access-token'];
    const given = typeof token === 'string' ? token : undefined;
    if (!isSameSecret(given, this.connecting.tokenOf(connection))) throw wrongToken();
    const event = parsed(body);
    const scope = CompanyScope.of(connection.company_id);
    const stored = await this.events.insert(scope, {
      event_id: (textOf(event['id']) ?? createHash('sha256').update(body).digest('hex')).slice(0, MAX_TEXT),
      event: (textOf(event['event']) ?? 'UNKNOWN').slice(0, MAX_TEXT),
      body: { payment: namesOf(event) },
    });
    crashPoint('payment.event_stored');
    if (stored) this.work.start(stored);
  }
}

/** All that the work needs; the rest may name the customer. */
function namesOf(event: JsonObject): JsonObject {
  const { id, externalReference } = objectOf(event['payment']);
  return { id: textOf(id) ?? null, externalReference: textOf(externalReference) ?? null };
}

function wrongToken(): AppError {
  return new AppError('INVALID_TOKEN', 401, 'The token is not that of this company; connect Asaas again');
}

function parsed(body: Buffer): JsonObject {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(json)) return json;
  } catch {
    // Falls through to the error below.
  }
  throw new AppError('BAD_REQUEST', 400, 'The body must be a JSON object');
}
