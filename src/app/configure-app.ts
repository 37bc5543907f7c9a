import type { NestExpressApplication } from '@nestjs/platform-express';
import { DatabaseIndexService, Migrator } from '../core/database/index.js';
import { API_PREFIX, configureHttp, type LargeBodyRoute } from '../core/http/index.js';
import { SocketAdapter } from '../core/realtime/index.js';
import { mountHotMessages } from '../modules/inbox/messages/index.js';
import { mountMetaWebhook } from '../modules/inbox/meta/index.js';
import { mountAsaasWebhook } from '../modules/billing/payments/index.js';
import { mountGoogleWebhook } from '../modules/integrations/google-calendar/index.js';
import { mountWahaWebhook } from '../modules/inbox/waha/index.js';
import { MIGRATIONS } from './migrations.js';
import { mountOpenApi } from './openapi-document.js';

/** A graph of 300 nodes with all their words, choices and headers, and 600 edges. */
const MAX_KEYS_OF_FLOW = 50_000;

/** These take 10 MB; every other body is far below 256 kB. */
const LARGE_BODY_ROUTES: readonly LargeBodyRoute[] = [
  { method: 'post', path: `/${API_PREFIX}/messages` },
  ...['', '/import', '/:id/check', '/:id/simulate'].map((path) => flowRoute('post', path)),
  flowRoute('patch', '/:id'),
];

function flowRoute(method: 'post' | 'patch', path: string): LargeBodyRoute {
  return { method, path: `/${API_PREFIX}/flows${path}`, maxKeys: MAX_KEYS_OF_FLOW };
}

export async function configureApp(app: NestExpressApplication): Promise<void> {
  mountMetaWebhook(app);
  mountWahaWebhook(app);
  mountAsaasWebhook(app);
  mountGoogleWebhook(app);
  configureHttp(app, LARGE_BODY_ROUTES);
  mountHotMessages(app);
  app.useWebSocketAdapter(await SocketAdapter.for(app));
  mountOpenApi(app);
  // Shapes before indexes: a unique index may need the new shape.
  await app.get(Migrator).prepare(MIGRATIONS);
  await app.get(DatabaseIndexService).prepare();
}
