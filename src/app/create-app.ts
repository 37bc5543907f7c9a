import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import type { AppConfig } from '../core/config/index.js';
import type { DatabaseAddress } from '../core/database/index.js';
import { createAppLogger, quietFramework, type ServiceName } from '../core/logging/index.js';
import { installGracefulShutdown, ShutdownPhase, ShutdownSteps } from '../core/shutdown/index.js';

/** Neither initialised nor listening yet. */
export async function createApp(
  config: AppConfig,
  database: DatabaseAddress,
  service: ServiceName,
): Promise<NestExpressApplication> {
  const { logger, flush } = createAppLogger(config, service);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, database), {
    bodyParser: false,
    logger: quietFramework(logger),
    abortOnError: false,
  });
  await configureApp(app);
  installGracefulShutdown(app, { flushLogs: flush });
  app.get(ShutdownSteps).register(ShutdownPhase.DatabaseClose, 'embedded database', () => database.close());
  return app;
}
