import type { NestExpressApplication } from '@nestjs/platform-express';
import { DatabaseIndexes } from './core/database/index.js';
import { configureHttp } from './core/http/index.js';
import { SocketAdapter } from './core/realtime/index.js';
import { mountHotMessages } from './modules/messages/index.js';
import { mountMetaWebhook } from './modules/meta/index.js';
import { mountOpenApi } from './openapi-document.js';

/** Makes a created application ready to listen; the same for production and for tests. */
export async function configureApp(app: NestExpressApplication): Promise<void> {
  mountMetaWebhook(app);
  configureHttp(app);
  mountHotMessages(app);
  app.useWebSocketAdapter(await SocketAdapter.for(app));
  mountOpenApi(app);
  await app.get(DatabaseIndexes).prepare();
}
