/** @own-modules defines jobs that no other application handles */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { FAST, Sweep, Work, workPayload } from '../../../test/support/job-process.js';
import { type DriverName, failures, settled, TestQueue } from '../../../test/support/job-queue.js';
import { describeWithRedis } from '../../../test/support/optional-servers.js';
import { CRASHED_MESSAGE } from './job-errors.js';

const CRASHER = resolve('test/support/job-crasher.ts');

describe('Jobs of several processes on agenda', () => contract('agenda'));
describeWithRedis('Jobs of several processes on bullmq', () => contract('bullmq'));

function contract(driver: DriverName): void {
  const queue = new TestQueue(driver);

  it('hands each job to one of two processes', async () => {
    const [first, second] = [await queue.start(), await queue.start()];
    const total = 60;
    const done = (): number => first.starts.length + second.starts.length;
    await Promise.all(Array.from({ length: total }, () => first.jobs.enqueue(Work, workPayload())));
    await Promise.race([first, second].map((process) => process.until(() => done() >= total)));
    await settled(first);
    const ids = [...first.starts, ...second.starts].map(({ payload }) => payload.id);
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
  });

  it('keeps one job a key when two processes race', async () => {
    const [first, second] = [await queue.open(), await queue.open()];
    const racers = Array.from({ length: 30 }, (_, index) => (index % 2 ? first : second));
    await Promise.all(racers.map((process) => process.jobs.enqueue(Work, workPayload(), { key: 'k' })));
    expect(await first.jobs.counts()).toEqual({ waiting: 1, failed: 0 });
  });

  it('runs each occurrence of a recurring job in one of two processes', async () => {
    const intervalMs = 300;
    const [first, second] = [await queue.start(), await queue.start()];
    await Promise.all([first, second].map((process) => process.jobs.every(Sweep, intervalMs)));
    const sweeps = (): number[] => [...first.sweeps, ...second.sweeps].sort((a, b) => a - b);
    const wanted = 4;
    await Promise.race([first, second].map((process) => process.until(() => sweeps().length >= wanted)));
    // Two runs an interval would be through after one interval; slowness can only make the span longer.
    const span = (sweeps()[wanted - 1] ?? 0) - (sweeps()[0] ?? 0);
    expect(span).toBeGreaterThanOrEqual(intervalMs * 2);
  });

  it('repeats a job whose process was killed, and bounds one that kills every process', async () => {
    const process = await queue.open();
    const payload = workPayload();
    await process.jobs.enqueue(Work, payload, { key: 'k' });
    for (let attempt = 1; attempt <= FAST.maxAttempts; attempt += 1) {
      const crasher = spawn('node', [CRASHER, JSON.stringify(queue.place)], { stdio: 'inherit' });
      expect(await once(crasher, 'exit')).toEqual([null, 'SIGKILL']);
    }
    await process.jobs.start();
    const [failed] = await failures(process, 1);
    expect(failed).toMatchObject({ key: 'k', payload });
    expect(process.starts).toHaveLength(0);
    if (queue.driver === 'agenda') expect(failed?.error).toBe(CRASHED_MESSAGE);
  });
}
