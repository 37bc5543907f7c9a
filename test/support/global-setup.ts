/**
 * Starts the servers of one test run and tells the workers their addresses through the environment.
 * Jest would turn this file into CommonJS, which the sources are not, so jest.config.js leaves it to Node.
 */
import './resolve-typescript.ts';

export default async function globalSetup(): Promise<void> {
  const { startTestServers } = await import('./test-servers.ts');
  const servers = await startTestServers();
  process.env.TEST_MONGODB_URI = servers.mongodbUri;
  // Left unset without a Redis: the suites that need one then skip themselves by name.
  if (servers.redisUrl !== undefined) process.env.TEST_REDIS_URL = servers.redisUrl;
}
