import { flushCompileCache, setSourceMapsSupport } from 'node:module';
import { bootFailureMessage } from './boot-failure.js';

const EXIT_FAILED = 1;

/** Something only the person who starts the process can put right; the message says how. */
export class BootError extends Error {
  override readonly name = 'BootError';
}

/**
 * Runs an entry point. Where it fails, one message goes to stderr and the process ends with 1, whatever is open.
 *
 * An entry point loads its code in `start` rather than by imports of its own: what is loaded from then on shows its
 * sources in stacks, without the time it takes to read those of the dependencies too (`--enable-source-maps` does).
 * @param what the process as its operator calls it, for instance "The API"
 */
export async function boot(what: string, start: () => Promise<void>): Promise<void> {
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  endWithParent();
  try {
    await start();
    // Node writes what it has compiled when a process ends in order, which no process has to.
    flushCompileCache();
  } catch (error) {
    process.stderr.write(`\n${what} did not start.\n${bootFailureMessage(error)}\n`);
    process.exit(EXIT_FAILED);
  }
}

/**
 * Where the parent holds a channel to this process (`npm start` does), it closes when the parent is gone, even by
 * SIGKILL. That is a SIGTERM then: the default one before there is anything to shut down, the graceful one after.
 */
function endWithParent(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
