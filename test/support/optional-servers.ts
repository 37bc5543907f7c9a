/** The Redis of this test run, or undefined where none can be had. */
export const testRedisUrl = process.env.TEST_REDIS_URL;

/** A suite that needs testRedisUrl; without a Redis it is reported as skipped under its name. */
export const describeWithRedis = testRedisUrl === undefined ? describe.skip : describe;

/** A suite about the embedded engine; where the tests run on another MongoDB it is reported as skipped under its name. */
export const describeWithEmbeddedDatabase = process.env.MONGODB_URI === undefined ? describe : describe.skip;

/** A suite that stops and starts a redis-server of its own; reported as skipped under its name where there is no program. */
export const describeWithRedisServer =
  testRedisUrl === undefined || process.env.REDIS_URL !== undefined ? describe.skip : describe;
