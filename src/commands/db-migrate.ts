import { runCommand } from './run-command.js';
import { Migrator } from '../core/database/index.js';
import { MIGRATIONS } from '../app/migrations.js';

/** `npm run db:migrate` */
await runCommand('The migration', async (app) => {
  const done = await app.get(Migrator).migrate(MIGRATIONS);
  for (const line of done) process.stdout.write(`${line}\n`);
  process.stdout.write(`The database has version ${MIGRATIONS.length}.\n`);
});
