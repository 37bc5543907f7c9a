import { Logger } from '@nestjs/common';
import { BootError } from '../core/boot/index.js';
import type { AppConfig } from '../core/config/index.js';
import type { DatabaseAddress } from '../core/database/index.js';
import { createApp } from './create-app.js';

/** Background work without HTTP. @throws BootError without Redis */
export async function work(config: AppConfig, database: DatabaseAddress): Promise<void> {
  if (!config.redisUrl) {
    throw new BootError(
      'It needs REDIS_URL, by which its live events reach the API. Without Redis the API works alone.',
    );
  }
  const app = await createApp(config, database, 'worker');
  await app.init();
  new Logger('Worker').log('at work');
}
