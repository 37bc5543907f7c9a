import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ThrottlerModule, ThrottlerStorage } from '@nestjs/throttler';
import { describeWithRedis, testRedisUrl } from '../../../test/support/optional-servers.js';
import { AppConfig } from '../config/index.js';
import { LimitStorage } from './limit-storage.js';
import { rateLimitOptions } from './ordinary-limit.js';

const TTL_MS = 60_000;
const LIMIT = 5;

const aKey = (): string => randomBytes(8).toString('hex');
const hit = (storage: LimitStorage, key: string) => storage.increment(key, TTL_MS, LIMIT, TTL_MS);
const hits = (storage: LimitStorage, key: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => hit(storage, key)));

function start(redisUrl: string | undefined): LimitStorage {
  const storage = new LimitStorage(redisUrl);
  storage.onModuleInit();
  return storage;
}

beforeAll(() => Logger.overrideLogger(['error', 'fatal']));

describe('LimitStorage in one process', () => {
  it('counts each key, says what is left, and refuses for the block', async () => {
    const storage = start(undefined);
    const key = aKey();
    expect(await hit(storage, key)).toEqual({
      totalHits: 1,
      timeToExpire: 60,
      isBlocked: false,
      timeToBlockExpire: 0,
    });
    const rest = await hits(storage, key, LIMIT);
    expect(rest.filter(({ isBlocked }) => isBlocked)).toEqual([
      { totalHits: LIMIT + 1, timeToExpire: 60, isBlocked: true, timeToBlockExpire: 60 },
    ]);
    expect((await hit(storage, aKey())).isBlocked).toBe(false);
  });

  it('counts for itself where no Redis answers', async () => {
    const storage = start('redis://127.0.0.1:1');
    const answers = await hits(storage, aKey(), LIMIT + 2);
    expect(answers.filter(({ isBlocked }) => isBlocked)).toHaveLength(2);
    storage.onApplicationShutdown();
  });
});

describeWithRedis('LimitStorage of two processes', () => {
  const redis = new URL(testRedisUrl ?? 'redis://127.0.0.1');
  const sockets = new Set<Socket>();
  let proxy: Server;
  let storages: [LimitStorage, LimitStorage];

  beforeEach(async () => {
    proxy = createServer((client) => {
      const upstream = connect(Number(redis.port), redis.hostname);
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      client.pipe(upstream).pipe(client);
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const url = `redis://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    storages = [start(url), start(url)];
    await connected(storages);
  });
  afterEach(() => {
    for (const storage of storages) storage.onApplicationShutdown();
    goAway();
  });

  const goAway = (): void => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  /** Each process counts for itself until it has connected. */
  const connected = async ([one, other]: readonly [LimitStorage, LimitStorage]): Promise<void> => {
    for (let key = aKey(); ; key = aKey()) {
      await hit(one, key);
      if ((await hit(other, key)).totalHits === 2) return;
      await nextTurn();
    }
  };

  it('are used by the rate limits of the application', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-test-'));
    const config = AppConfig.load({ NODE_ENV: 'test', DATA_DIR: dataDir, REDIS_URL: redis.href });
    const options = ThrottlerModule.forRoot(rateLimitOptions(config));
    const module = await Test.createTestingModule({ imports: [options] }).compile();
    await module.init();
    await connected([module.get<unknown, LimitStorage>(ThrottlerStorage), storages[0]]);
    await module.close();
    rmSync(dataDir, { recursive: true });
  });

  it('share one count', async () => {
    const key = aKey();
    const answers = (await Promise.all(storages.map((storage) => hits(storage, key, LIMIT)))).flat();
    expect(answers.filter(({ isBlocked }) => !isBlocked)).toHaveLength(LIMIT);
    expect(answers.filter(({ isBlocked }) => isBlocked)).toHaveLength(LIMIT);
  });

  it('count each for itself while Redis is away', async () => {
    const key = aKey();
    await Promise.all(storages.map((storage) => hits(storage, key, LIMIT)));
    goAway();
    for (const storage of storages) {
      const answers = await hits(storage, key, LIMIT + 1);
      expect(answers.filter(({ isBlocked }) => !isBlocked)).toHaveLength(LIMIT);
    }
  });
});
