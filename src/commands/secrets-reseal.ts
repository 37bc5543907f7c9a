import { runCommand } from './run-command.js';
import { SecretResealer } from '../core/security/index.js';

/** `npm run secrets:reseal`: seals stored secrets with the first of the ENCRYPTION_KEYs. */
await runCommand('The resealing', async (app) => {
  for (const { collection, field, resealed, unreadable } of await app.get(SecretResealer).reseal()) {
    process.stdout.write(`${collection}.${field}: ${resealed} secrets sealed again with the newest key\n`);
    if (unreadable.length === 0) continue;
    process.stdout.write(
      `No configured key opens the secrets of ${unreadable.join(', ')}. Add the key that sealed them, or enter these secrets again.\n`,
    );
    process.exitCode = 1;
  }
});
