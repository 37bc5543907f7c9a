import { flushCompileCache, setSourceMapsSupport } from 'node:module';
import { bootFailureMessage } from './boot-failure.js';

const EXIT_FAILED = 1;

/** An error that only the person who starts the process can fix; the message says how. */
export class BootError extends Error {
  override readonly name = 'BootError';
}

/**
 * Runs an entry point. A failure is printed as one message and ends the process with code 1. `start` must import its
 * code dynamically, so that source maps are read for our files only.
 * @param what how the operator calls the process, for instance "The API"
 */
export async function boot(what: string, start: () => Promise<void>): Promise<void> {
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  endWithParent();
  try {
    await start();
    // Node writes its compile cache only at an orderly end, which may never come.
    flushCompileCache();
  } catch (error) {
    process.stderr.write(`\n${what} did not start.\n${bootFailureMessage(error)}\n`);
    process.exit(EXIT_FAILED);
  }
}

/**
 * `npm start` holds a channel to this process. The channel closes when the parent dies, even by SIGKILL, and then
 * this process must end too.
 */
function endWithParent(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
