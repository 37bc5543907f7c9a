import type { NestExpressApplication } from '@nestjs/platform-express';
import { mountRawWebhook } from '../../../../core/http/index.js';
import { WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS } from '../waha.constants.js';
import { WahaReceiver } from './waha-receiver.js';
import { WEBHOOK_PATH } from './webhook-address.js';

export function mountWahaWebhook(app: NestExpressApplication): void {
  const receiver = app.get(WahaReceiver);
  mountRawWebhook(app, {
    paths: [`${WEBHOOK_PATH}/:sessionKey`],
    maxPerWindow: WEBHOOK_LIMIT_PER_ADDRESS,
    windowMs: WEBHOOK_LIMIT_WINDOW_MS,
    acknowledgement: 'EVENT_RECEIVED',
    receive: (request) => receiver.receive(request, String(request.params['sessionKey'])),
  });
}
