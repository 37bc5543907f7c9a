import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { boot } from '../core/boot/index.js';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { openDatabase } from '../core/database/index.js';

/**
 * Runs a command on the configured database and ends the process. Where it fails, one message goes to stderr.
 * @param what the command as its operator calls it, for instance "The migration"
 * @param work gets the product, created but not initialised: nothing else works on the database meanwhile
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
