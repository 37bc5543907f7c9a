import { runCommand } from './run-command.js';
import { DatabaseIndexService, Migrator } from '../core/database/index.js';
import { MIGRATIONS } from '../app/migrations.js';

/** `npm run db:indexes`: creates and drops indexes as the schemas declare. */
await runCommand('The index run', async (app) => {
  // Older code would drop the indexes of newer code.
  await app.get(Migrator).assertNotNewer(MIGRATIONS);
  const changes = await app.get(DatabaseIndexService).sync();
  for (const change of changes) process.stdout.write(`${change}\n`);
  process.stdout.write(changes.length === 0 ? 'All indexes are in place.\n' : `${changes.length} changes made.\n`);
});
