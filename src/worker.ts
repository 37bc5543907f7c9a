import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { boot, BootError } from './core/boot/index.js';
import { AppConfig, loadEnvFile } from './core/config/index.js';
import { createApp } from './create-app.js';

/**
 * `npm run worker`: a process for background work alone. It is the whole product without an address, so it takes jobs,
 * drains and sweeps beside the API processes; every duty is leased or fenced, so any number of both may run. Its live
 * events reach the sockets of the API processes through Redis.
 */
await boot('The worker', async () => {
  loadEnvFile();
  const config = AppConfig.load();
  if (!config.redisUrl) {
    throw new BootError(
      'It needs REDIS_URL, by which its live events reach the API. Without Redis the API works alone.',
    );
  }
  const app = await createApp(config);
  await app.init();
  new Logger('Worker').log('at work');
});
