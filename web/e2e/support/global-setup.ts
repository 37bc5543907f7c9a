import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDatabaseFolder } from '../../../test/support/database-folder.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { StartedProduct } from '../../../test/support/started-product.ts';

/** Starts the product with its sandbox, and sets its addresses for the tests. Returns the tear-down. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await makeDatabaseFolder('web');
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const product = new StartedProduct(folder, {
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    LOG_LEVEL: 'warn',
    BCRYPT_SALT_ROUNDS: '4',
    // All tests use one address.
    RATE_LIMIT_PER_MINUTE: '100000',
    RATE_LIMIT_AUTH_PER_15_MIN: '100000',
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: '100000',
  });
  await product.welcome();
  process.env.WEB_URL = `http://localhost:${port}`;
  process.env.SANDBOX_URL = `http://127.0.0.1:${sandboxPort}`;
  process.env.WEB_DATA_DIR = join(folder, 'data');
  return async () => {
    product.kill('SIGTERM');
    await product.ended;
    await rm(folder, { recursive: true, force: true });
  };
}
