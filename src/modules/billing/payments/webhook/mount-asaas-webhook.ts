import type { NestExpressApplication } from '@nestjs/platform-express';
import { mountRawWebhook } from '../../../../core/http/index.js';
import { WEBHOOK_PATH } from '../connection/payment-connections.service.js';
import { AsaasReceiver } from './asaas-receiver.js';

const MAX_PER_ADDRESS = 6_000;
const WINDOW_MS = 60_000;

/** The ordinary limits of anonymous callers are too low for a provider that serves many companies. */
export function mountAsaasWebhook(app: NestExpressApplication): void {
  const receiver = app.get(AsaasReceiver);
  mountRawWebhook(app, {
    paths: [`${WEBHOOK_PATH}/:companyKey`],
    maxPerWindow: MAX_PER_ADDRESS,
    windowMs: WINDOW_MS,
    acknowledgement: 'EVENT_RECEIVED',
    receive: (request) => receiver.receive(request, String(request.params['companyKey'])),
  });
}
