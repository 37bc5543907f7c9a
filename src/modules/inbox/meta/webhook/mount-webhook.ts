import type { NestExpressApplication } from '@nestjs/platform-express';
import { API_PREFIX, mountRawWebhook } from '../../../../core/http/index.js';
import { WEBHOOK_LIMIT_PER_ADDRESS, WEBHOOK_LIMIT_WINDOW_MS } from '../meta.constants.js';
import { WebhookReceiver } from './webhook-receiver.js';

const PATHS = [`/${API_PREFIX}/meta/webhook`, `/${API_PREFIX}/meta/webhook/instagram`];

export function mountMetaWebhook(app: NestExpressApplication): void {
  const receiver = app.get(WebhookReceiver);
  mountRawWebhook(app, {
    paths: PATHS,
    maxPerWindow: WEBHOOK_LIMIT_PER_ADDRESS,
    windowMs: WEBHOOK_LIMIT_WINDOW_MS,
    acknowledgement: 'EVENT_RECEIVED',
    receive: (request) => receiver.receive(request),
  });
}
