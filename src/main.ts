import { boot } from './core/boot/index.js';

await boot('PetBuddy', async () => {
  const { openWhileLoading } = await import('./open-while-loading.js');
  const { config, database, code } = await openWhileLoading(() => import('./api-process.js'));
  await code.serve(config, database);
});
