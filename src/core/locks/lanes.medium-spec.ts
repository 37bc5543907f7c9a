import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';
import { createConnection, type Connection, type Model } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../test/support/test-database.js';
import { Metrics } from '../metrics/index.js';
import { newHolder } from './holder.js';
import { LaneLeaseRecord, LaneLeaseSchema } from './lane-lease.schema.js';
import { LaneLeasesRepository } from './lane-leases.repository.js';
import { LANE_TTL_MS, type LaneLease, Lanes } from './lanes.js';

describe('Lanes', () => {
  const uri = testDatabaseUri('lanes');
  let connection: Connection;
  let model: Model<LaneLeaseRecord>;
  const opened: Lanes[] = [];

  const process = (): Lanes => {
    const lanes = new Lanes(new LaneLeasesRepository(model), new Metrics());
    opened.push(lanes);
    return lanes;
  };

  beforeAll(async () => {
    connection = await createConnection(uri).asPromise();
    model = connection.model<LaneLeaseRecord>(LaneLeaseRecord.name, LaneLeaseSchema as never);
  });

  afterAll(async () => {
    await Promise.all(opened.map((lanes) => lanes.onModuleDestroy()));
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('runs 100 pieces of work of two processes on one key one at a time, each process in its own order', async () => {
    const processes = [process(), process()];
    const seen: number[][] = [[], []];
    let inside = 0;
    let most = 0;
    const pieces = Array.from({ length: 100 }, (_, index) => {
      const owner = index % 2;
      return processes[owner]!.run('lane-a', async () => {
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

  it('runs different keys at the same time', async () => {
    const lanes = process();
    const meeting = { arrived: 0, signal: new EventTarget() };
    const both = ['lane-b', 'lane-c'].map((key) =>
      lanes.run(key, async () => {
        const met = once(meeting.signal, 'met');
        if (++meeting.arrived === 2) meeting.signal.dispatchEvent(new Event('met'));
        await met;
      }),
    );
    await expect(Promise.all(both)).resolves.toHaveLength(2);
  });

  it('never works under a lease that it is giving back', async () => {
    const lanes = process();
    const holders: unknown[] = [];
    const work = async ({ key }: LaneLease): Promise<void> => {
      await model.findById('another round trip').lean();
      holders.push((await model.findById(key).lean())?.holder);
    };
    for (let turn = 0; turn < 100; turn++) {
      await lanes.run('lane-r', work, LANE_TTL_MS, 0);
      // The lane starts to be given back in a timer.
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(holders.filter((holder) => !holder)).toHaveLength(0);
  });

  it('gives the lane of a dead holder to the next one with a higher fence', async () => {
    const lanes = process();
    const leases = new LaneLeasesRepository(model);
    const [dead] = await leases.acquire(['lane-d'], 'a process that was killed', LANE_TTL_MS);
    expect(await lanes.tryRun('lane-d', () => Promise.resolve())).toBe(false);
    await model.updateOne({ _id: 'lane-d' }, { $set: { expires_at: new Date(0) } });
    const next = await lanes.run('lane-d', (lease: LaneLease) => Promise.resolve(lease.fence));
    expect(next).toBeGreaterThan(dead!);
  });

  it('keeps fences growing even when the lease record was lost', async () => {
    const leases = new LaneLeasesRepository(model);
    const [before] = await leases.acquire(['lane-e'], 'one', LANE_TTL_MS);
    await model.deleteOne({ _id: 'lane-e' });
    const [after] = await leases.acquire(['lane-e'], 'two', LANE_TTL_MS);
    expect(after!).toBeGreaterThanOrEqual(before!);
  });

  it('goes on after work that failed', async () => {
    const lanes = process();
    await expect(lanes.run('lane-f', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(lanes.run('lane-f', () => Promise.resolve('fine'))).resolves.toBe('fine');
  });

  const onLinux = platform === 'linux' ? it : it.skip;
  onLinux('gives back at its start what a killed process of this machine held, and nothing else', async () => {
    const [killed, living] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
    const holderOf = ({ pid }: ChildProcess): string => newHolder().replace(/\/\d+\//, `/${pid}/`);
    const elsewhere = holderOf(killed).replace(/^[^:]+/, 'another-machine');
    const ended = once(killed, 'exit');
    killed.kill('SIGKILL');
    await ended;
    const leases = new LaneLeasesRepository(model);
    const held = { 'lane-killed': holderOf(killed), 'lane-living': holderOf(living), 'lane-elsewhere': elsewhere };
    for (const [key, holder] of Object.entries(held)) await leases.acquire([key], holder, LANE_TTL_MS);
    try {
      const next = process();
      await next.onModuleInit();
      const tries = Object.keys(held).map((key) => next.tryRun(key, () => Promise.resolve()));
      expect(await Promise.all(tries)).toEqual([true, false, false]);
    } finally {
      living.kill('SIGKILL');
    }
  });
});
