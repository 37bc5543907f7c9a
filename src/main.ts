import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { AppConfig } from './core/config/index.js';
import { openDatabase } from './core/database/index.js';

const config = AppConfig.load();
const database = await openDatabase(config);
const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, database), {
  bodyParser: false,
});
await configureApp(app);
await app.listen(config.port);
