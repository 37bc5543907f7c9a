import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { boot } from '../core/boot/index.js';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { Migrator, openDatabase } from '../core/database/index.js';
import { MIGRATIONS } from '../app/migrations.js';

/** `npm run db:migrate`: brings the stored shapes of the configured database to those of this code. */
await boot('The migration', async () => {
  loadEnvFile();
  const config = AppConfig.load();
  const database = await openDatabase(config);
  // Created but not initialised: nothing starts to work on the database meanwhile.
  const app = await NestFactory.create(AppModule.forRoot(config, database), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const done = await app.get(Migrator).migrate(MIGRATIONS);
  for (const line of done) process.stdout.write(`${line}\n`);
  process.stdout.write(`The database has version ${MIGRATIONS.length}.\n`);
  await app.close();
  await database.close();
});
