import type { NestExpressApplication } from '@nestjs/platform-express';
import { mountRawWebhook } from '../../../../core/http/index.js';
import { GoogleReceiver } from './google-receiver.js';
import { WEBHOOK_PATH } from './link-channels.service.js';

const MAX_PER_ADDRESS = 6_000;
const WINDOW_MS = 60_000;

/** The ordinary limits of anonymous callers are too low for a provider that serves many companies. */
export function mountGoogleWebhook(app: NestExpressApplication): void {
  const receiver = app.get(GoogleReceiver);
  mountRawWebhook(app, {
    paths: [WEBHOOK_PATH],
    maxPerWindow: MAX_PER_ADDRESS,
    windowMs: WINDOW_MS,
    acknowledgement: 'NOTICE_RECEIVED',
    receive: (request) => receiver.receive(request.headers),
  });
}
