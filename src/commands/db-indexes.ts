import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { boot } from '../core/boot/index.js';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { DatabaseIndexes, Migrator, openDatabase } from '../core/database/index.js';
import { MIGRATIONS } from '../app/migrations.js';

/** `npm run db:indexes`: brings the configured database's indexes to what the schemas declare and says what it did. */
await boot('The index run', async () => {
  loadEnvFile();
  const config = AppConfig.load();
  const database = await openDatabase(config);
  // Created but not initialised: nothing starts to work on the database meanwhile.
  const app = await NestFactory.create(AppModule.forRoot(config, database), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  // Older code would drop the indexes of newer code.
  await app.get(Migrator).assertNotNewer(MIGRATIONS);
  const changes = await app.get(DatabaseIndexes).sync();
  for (const change of changes) process.stdout.write(`${change}\n`);
  process.stdout.write(changes.length === 0 ? 'All indexes are in place.\n' : `${changes.length} changes made.\n`);
  await app.close();
  await database.close();
});
