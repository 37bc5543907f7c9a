/**
 * A process that dies by SIGKILL at the commit point of a registration: the owner is stored, the company is not.
 * Usage: node test/support/registration-crasher.ts <connection string> <data folder> <RegistrationRequest as JSON>
 */
import './swc-sources.ts';
import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import type { CommandStartedEvent, MongoClient } from 'mongodb';

const [uri = '', dataDir = '', registration = ''] = process.argv.slice(2);
const { NestFactory } = await import('@nestjs/core');
const { getConnectionToken } = await import('@nestjs/mongoose');
const { AppModule } = await import('../../src/app/app.module.ts');
const { AppConfig } = await import('../../src/core/config/index.ts');
const { openDatabase } = await import('../../src/core/database/index.ts');
const { RegistrationService } = await import('../../src/modules/accounts/auth/registration.service.ts');

flushCompileCache();
const config = AppConfig.load({
  NODE_ENV: 'test',
  SANDBOX: 'off',
  BCRYPT_SALT_ROUNDS: '4',
  MONGODB_URI: uri,
  DATA_DIR: dataDir,
});
const module = AppModule.forRoot(config, await openDatabase(config));
const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
const client = app.get<{ getClient(): MongoClient }>(getConnectionToken()).getClient();

const userInserts = new Set<number>();
client.on('commandStarted', ({ commandName, command, requestId }: CommandStartedEvent) => {
  if (commandName === 'insert' && (command as { insert: string }).insert === 'users') userInserts.add(requestId);
});
client.on('commandSucceeded', ({ requestId }) => {
  if (userInserts.has(requestId)) process.kill(process.pid, 'SIGKILL');
});
await app.get(RegistrationService).register(JSON.parse(registration) as never);
