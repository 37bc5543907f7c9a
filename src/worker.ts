import { boot } from './core/boot/index.js';

/**
 * `npm run worker`: a process for background work alone. It is the whole product without an address, so it takes jobs,
 * drains and sweeps beside the API processes; every duty is leased or fenced, so any number of both may run. Its live
 * events reach the sockets of the API processes through Redis.
 */
await boot('The worker', async () => {
  const { prepareProcess: prepareProcess } = await import('./app/prepare-process.js');
  const { config, database, code } = await prepareProcess(() => import('./app/worker-process.js'));
  await code.work(config, database);
});
