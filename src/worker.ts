import { boot } from './core/boot/index.js';

/**
 * `npm run worker`: background work without HTTP, beside any number of API processes. Its live events reach their
 * sockets through Redis.
 */
await boot('The worker', async () => {
  const { prepareProcess: prepareProcess } = await import('./app/prepare-process.js');
  const { config, database, code } = await prepareProcess(() => import('./app/worker-process.js'));
  await code.work(config, database);
});
