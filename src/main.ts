import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { AppConfig } from './core/config/index.js';
import { openDatabase } from './core/database/index.js';
import { createAppLogger } from './core/logging/index.js';
import { installGracefulShutdown, ShutdownPhase, ShutdownSteps } from './core/shutdown/index.js';

const config = AppConfig.load();
const { logger, flush } = createAppLogger(config);
const database = await openDatabase(config);
const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, database), {
  bodyParser: false,
  logger,
});
await configureApp(app);
installGracefulShutdown(app, { flushLogs: flush });
app.get(ShutdownSteps).register(ShutdownPhase.DatabaseClose, 'embedded database', () => database.close());
await app.listen(config.port);
