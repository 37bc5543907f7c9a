import { boot } from './core/boot/index.js';

await boot('PetBuddy', async () => {
  const { prepareProcess: prepareProcess } = await import('./app/prepare-process.js');
  const { config, database, code } = await prepareProcess(() => import('./app/api-process.js'));
  await code.serve(config, database);
});
