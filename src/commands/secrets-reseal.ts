import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { boot } from '../core/boot/index.js';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { openDatabase } from '../core/database/index.js';
import { SecretRotation } from '../core/security/index.js';

/** `npm run secrets:reseal`: seals stored secrets with the first of the ENCRYPTION_KEYs, and says what it did. */
await boot('The resealing', async () => {
  loadEnvFile();
  const config = AppConfig.load();
  const database = await openDatabase(config);
  // Created but not initialised: nothing starts to work on the database meanwhile.
  const app = await NestFactory.create(AppModule.forRoot(config, database), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  for (const { collection, field, resealed, unreadable } of await app.get(SecretRotation).reseal()) {
    process.stdout.write(`${collection}.${field}: ${resealed} secrets sealed again with the newest key\n`);
    if (unreadable.length === 0) continue;
    process.stdout.write(
      `No configured key opens the secrets of ${unreadable.join(', ')}. Add the key that sealed them, or enter these secrets again.\n`,
    );
    process.exitCode = 1;
  }
  await app.close();
  await database.close();
});
