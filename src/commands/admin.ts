import { runCommand } from './run-command.js';
import { BootError } from '../core/boot/index.js';
import { Migrator } from '../core/database/index.js';
import { MIGRATIONS } from '../app/migrations.js';
import { AccountsRepository } from '../modules/accounts/users/index.js';

const USAGE = 'Usage: npm run admin -- make-super-admin <e-mail address>';

/** `npm run admin -- <command>`: for the operator of the installation only. */
await runCommand('The command', async (app) => {
  const [command, mail, ...more] = process.argv.slice(2);
  if (command !== 'make-super-admin' || !mail || more.length > 0) throw new BootError(USAGE);
  await app.get(Migrator).assertNotNewer(MIGRATIONS);
  const user = await app.get(AccountsRepository).makeSuperAdmin(mail.trim().toLowerCase());
  if (!user)
    throw new BootError(
      `No active user with the e-mail address ${mail} can become a super_admin: nobody has it, or an owner of a company. ` +
        'Create a separate account: invite another address as staff, accept the invitation, then run this command with it.',
    );
  process.stdout.write(`${user.email} is a super_admin from the next log-in on.\n`);
});
