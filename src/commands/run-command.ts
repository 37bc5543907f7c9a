import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { boot } from '../core/boot/index.js';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { openDatabase } from '../core/database/index.js';

/**
 * Runs a command on the configured database and ends the process. A failure is printed as one message.
 * @param what how the operator calls the command, for instance "The migration"
 * @param work gets the application, created but not initialised, so nothing else works on the database
 */
export async function runCommand(what: string, work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  await boot(what, async () => {
    loadEnvFile();
    const config = AppConfig.load();
    const database = await openDatabase(config);
    const app = await NestFactory.create(AppModule.forRoot(config, database), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
      await database.close();
    }
  });
}
