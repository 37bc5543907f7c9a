import { boot } from './core/boot/index.js';

await boot('PetBuddy', async () => {
  const { openWhileLoading } = await import('./app/open-while-loading.js');
  const { config, database, code } = await openWhileLoading(() => import('./app/api-process.js'));
  await code.serve(config, database);
});
