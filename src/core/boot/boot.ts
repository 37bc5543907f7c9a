import { bootFailureMessage } from './boot-failure.js';

const EXIT_FAILED = 1;

/** Something only the person who starts the process can put right; the message says how. */
export class BootError extends Error {
  override readonly name = 'BootError';
}

/**
 * Runs an entry point. Where it fails, one message goes to stderr and the process ends with 1, whatever is open.
 * @param what the process as its operator calls it, for instance "The API"
 */
export async function boot(what: string, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`\n${what} did not start.\n${bootFailureMessage(error)}\n`);
    process.exit(EXIT_FAILED);
  }
}
