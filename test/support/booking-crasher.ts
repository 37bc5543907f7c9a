/**
 * The whole product in a process of its own, which dies by SIGKILL at a crash point. It prints its address first.
 * With RUN_JOBS in the environment it runs background jobs, too; with SWEEP_REMINDERS it sends the reminders of that instant.
 * Usage: node test/support/booking-crasher.ts <environment as JSON>
 */
import './swc-sources.ts';
import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

const { NestFactory } = await import('@nestjs/core');
const { AppModule } = await import('../../src/app/app.module.ts');
const { configureApp } = await import('../../src/app/configure-app.ts');
const { AppConfig } = await import('../../src/core/config/index.ts');
const { Jobs } = await import('../../src/core/jobs/index.ts');
const { openDatabase } = await import('../../src/core/database/index.ts');

flushCompileCache();
const environment = JSON.parse(process.argv[2] ?? '') as Record<string, string>;
const config = AppConfig.load(environment);
const module = AppModule.forRoot(config, await openDatabase(config));
const app = await NestFactory.create<NestExpressApplication>(module, { bodyParser: false, logger: ['error'] });
await configureApp(app);
if (environment['RUN_JOBS']) await app.get(Jobs).start();
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
const sweptAt = environment['SWEEP_REMINDERS'];
if (sweptAt) {
  const { ReminderSweep } = await import('../../src/modules/booking/reminders/reminder-sweep.service.ts');
  setImmediate(() => void app.get(ReminderSweep, { strict: false }).sweep(new Date(sweptAt)));
}
process.stdout.write(`http://127.0.0.1:${port}\n`);
