import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';
import { createConnection, type Connection, type Model } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../test/support/test-database.js';
import { Metrics } from '../metrics/index.js';
import { newHolder } from './holder.js';
import { LockLeaseRecord, LockLeaseSchema } from './lock-lease.schema.js';
import { LockLeasePurger } from './lock-lease-purger.js';
import { LockLeasesRepository } from './lock-leases.repository.js';
import { LOCK_TTL_MS, type LockLease, KeyedLocks } from './keyed-locks.js';

const HOUR_MS = 60 * 60_000;

describe('KeyedLocks', () => {
  const uri = testDatabaseUri('locks');
  let connection: Connection;
  let model: Model<LockLeaseRecord>;
  const opened: KeyedLocks[] = [];

  const process = (): KeyedLocks => {
    const locks = new KeyedLocks(new LockLeasesRepository(model), new Metrics());
    opened.push(locks);
    return locks;
  };

  beforeAll(async () => {
    connection = await createConnection(uri).asPromise();
    model = connection.model<LockLeaseRecord>(LockLeaseRecord.name, LockLeaseSchema as never);
  });

  afterAll(async () => {
    await Promise.all(opened.map((locks) => locks.onModuleDestroy()));
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('runs 100 tasks of two processes under one key one at a time, in the order of each process', async () => {
    const processes = [process(), process()];
    const seen: number[][] = [[], []];
    let inside = 0;
    let most = 0;
    const pieces = Array.from({ length: 100 }, (_, index) => {
      const owner = index % 2;
      return processes[owner]!.withLock('lock-a', async () => {
        most = Math.max(most, ++inside);
        await new Promise(setImmediate);
        seen[owner]!.push(index);
        inside--;
      });
    });
    await Promise.all(pieces);
    expect(most).toBe(1);
    for (const order of seen) expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('runs the work of different keys in parallel', async () => {
    const locks = process();
    const meeting = { arrived: 0, signal: new EventTarget() };
    const both = ['lock-b', 'lock-c'].map((key) =>
      locks.withLock(key, async () => {
        const met = once(meeting.signal, 'met');
        if (++meeting.arrived === 2) meeting.signal.dispatchEvent(new Event('met'));
        await met;
      }),
    );
    await expect(Promise.all(both)).resolves.toHaveLength(2);
  });

  it('never runs work under a lease that it releases', async () => {
    const locks = process();
    const holders: unknown[] = [];
    const work = async ({ key }: LockLease): Promise<void> => {
      await model.findById('another round trip').lean();
      holders.push((await model.findById(key).lean())?.holder);
    };
    for (let turn = 0; turn < 100; turn++) {
      await locks.withLock('lock-r', work, LOCK_TTL_MS, 0);
      // A timer starts the release of the lock.
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(holders.filter((holder) => !holder)).toHaveLength(0);
  });

  it('gives the lock of a dead holder to the next one with a higher fence', async () => {
    const locks = process();
    const leases = new LockLeasesRepository(model);
    const [dead] = await leases.acquire(['lock-d'], 'a process that was killed', LOCK_TTL_MS);
    expect(await locks.tryWithLock('lock-d', () => Promise.resolve())).toBe(false);
    await model.updateOne({ _id: 'lock-d' }, { $set: { expires_at: new Date(0) } });
    const next = await locks.withLock('lock-d', (lease: LockLease) => Promise.resolve(lease.fence));
    expect(next).toBeGreaterThan(dead!);
  });

  it('never gives a smaller fence, even after the lease record is lost', async () => {
    const leases = new LockLeasesRepository(model);
    const [before] = await leases.acquire(['lock-e'], 'one', LOCK_TTL_MS);
    await model.deleteOne({ _id: 'lock-e' });
    const [after] = await leases.acquire(['lock-e'], 'two', LOCK_TTL_MS);
    expect(after!).toBeGreaterThanOrEqual(before!);
  });

  it('deletes the leases that ended more than a day ago, and no others', async () => {
    const leases = new LockLeasesRepository(model);
    await leases.acquire(['lock-old', 'lock-new', 'lock-held'], 'one', LOCK_TTL_MS);
    const now = Date.now();
    await model.updateOne({ _id: 'lock-old' }, { $set: { expires_at: new Date(now - 25 * HOUR_MS) } });
    await model.updateOne({ _id: 'lock-new' }, { $set: { expires_at: new Date(now - 23 * HOUR_MS) } });
    await new LockLeasePurger(leases).purge(now);
    const left = await model.distinct('_id', { _id: { $in: ['lock-old', 'lock-new', 'lock-held'] } });
    expect(left).toEqual(['lock-held', 'lock-new']);
  });

  it('runs further work after a failure', async () => {
    const locks = process();
    await expect(locks.withLock('lock-f', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(locks.withLock('lock-f', () => Promise.resolve('fine'))).resolves.toBe('fine');
  });

  const onLinux = platform === 'linux' ? it : it.skip;
  onLinux('releases at its start only the locks of killed processes of this machine', async () => {
    const [killed, living] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
    const holderOf = ({ pid }: ChildProcess): string => newHolder().replace(/\/\d+\//, `/${pid}/`);
    const elsewhere = holderOf(killed).replace(/^[^:]+/, 'another-machine');
    const ended = once(killed, 'exit');
    killed.kill('SIGKILL');
    await ended;
    const leases = new LockLeasesRepository(model);
    const held = { 'lock-killed': holderOf(killed), 'lock-living': holderOf(living), 'lock-elsewhere': elsewhere };
    for (const [key, holder] of Object.entries(held)) await leases.acquire([key], holder, LOCK_TTL_MS);
    try {
      const next = process();
      await next.onModuleInit();
      const tries = Object.keys(held).map((key) => next.tryWithLock(key, () => Promise.resolve()));
      expect(await Promise.all(tries)).toEqual([true, false, false]);
    } finally {
      living.kill('SIGKILL');
    }
  });
});
