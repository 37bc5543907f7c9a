/** @own-modules defines jobs that no other application handles */
import { once } from 'node:events';
import { FAST, type Behaviour, type JobProcess, Sweep, Work, workPayload } from '../../../test/support/job-process.js';
import { type DriverName, failures, gate, settled, TestQueue } from '../../../test/support/job-queue.js';
import { describeWithRedis } from '../../../test/support/optional-servers.js';
import { UnretryableJobError } from './job-errors.js';
import { MAX_PAYLOAD_BYTES } from './jobs.constants.js';

const HOUR_MS = 3_600_000;

const fail: Behaviour = () => Promise.reject(new Error('no luck'));

const started =
  (id: string) =>
  ({ starts }: JobProcess): boolean =>
    starts.some(({ payload }) => payload.id === id);

// What any queue must do, whichever holds the jobs; several processes are in jobs.distributed.medium-spec.ts.
describe('Jobs on agenda', () => contract('agenda'));
describeWithRedis('Jobs on bullmq', () => contract('bullmq'));
describe('Jobs in memory', () => contract('inline'));

function contract(driver: DriverName): void {
  const queue = new TestQueue(driver);

  it('carries the payload unchanged, and the company into the context', async () => {
    const process = await queue.start();
    const payload = workPayload({ companyId: 'c1', ids: ['a', 'ção', '😺"\\\n'], urgent: true });
    await process.jobs.enqueue(Work, payload);
    await process.until(started(payload.id));
    expect(process.starts).toMatchObject([{ payload, companyId: 'c1', run: { attempt: 1, maxAttempts: 3 } }]);
  });

  it('answers a ping', async () => {
    const process = await queue.open();
    await expect(process.jobs.ping()).resolves.toBeUndefined();
  });

  it('refuses a payload that is a document', async () => {
    const process = await queue.open();
    const payload = workPayload({ ids: ['x'.repeat(MAX_PAYLOAD_BYTES)] });
    await expect(process.jobs.enqueue(Work, payload)).rejects.toThrow('pass ids, not documents');
  });

  it('runs what was stored before anything consumed', async () => {
    const process = await queue.open();
    const payloads = Array.from({ length: 20 }, () => workPayload());
    await Promise.all(payloads.map((payload) => process.jobs.enqueue(Work, payload)));
    expect(process.starts).toHaveLength(0);
    await process.jobs.start();
    await process.until(({ starts }) => starts.length >= payloads.length);
    expect(new Set(process.starts.map(({ payload }) => payload.id)).size).toBe(payloads.length);
  });

  it('runs one of 20 equal keys enqueued at once, and of those enqueued while it runs', async () => {
    const inside = gate();
    const process = await queue.start(() => inside.opened);
    await Promise.all(Array.from({ length: 20 }, () => process.jobs.enqueue(Work, workPayload(), { key: 'k' })));
    await process.until(({ starts }) => starts.length >= 1);
    await process.jobs.enqueue(Work, workPayload(), { key: 'k' });
    inside.open();
    await settled(process);
    expect(process.starts).toHaveLength(1);
  });

  it('takes a key again once its job has finished', async () => {
    const process = await queue.start();
    for (const round of [1, 2, 3]) {
      await process.jobs.enqueue(Work, workPayload(), { key: 'k' });
      await process.until(({ starts }) => starts.length >= round);
      await settled(process);
    }
    expect(process.starts).toHaveLength(3);
  });

  it('keeps keys of different values apart', async () => {
    const process = await queue.start();
    await Promise.all(['a', 'b:1', 'b/1'].map((key) => process.jobs.enqueue(Work, workPayload(), { key })));
    await process.until(({ starts }) => starts.length >= 3);
    expect(process.starts.map(({ run }) => run.key).sort()).toEqual(['a', 'b/1', 'b:1']);
  });

  it('never runs a job before its time', async () => {
    const process = await queue.start();
    const [late, past] = [workPayload(), workPayload()];
    let startedAt = 0;
    process.behaviour = ({ payload }) => {
      if (payload.id === late.id) startedAt = Date.now();
    };
    await process.jobs.schedule(Work, past, new Date(Date.now() - HOUR_MS));
    await process.until(started(past.id));
    const due = Date.now() + 400;
    await process.jobs.schedule(Work, late, new Date(due));
    await process.jobs.enqueue(Work, workPayload(), { delayMs: HOUR_MS });
    await process.until(started(late.id));
    expect(startedAt).toBeGreaterThanOrEqual(due - 2); // timers round to the millisecond
    expect(process.starts.map(({ payload }) => payload.id)).toEqual([past.id, late.id]);
    await expect(process.jobs.counts()).resolves.toMatchObject({ failed: 0 });
  });

  it('retries a failed job until it succeeds', async () => {
    const process = await queue.start(({ run }) => {
      if (run.attempt < 3) throw new Error('not yet');
    });
    await process.jobs.enqueue(Work, workPayload(), { key: 'k' });
    await process.until(({ starts }) => starts.length >= 3);
    await settled(process);
    expect(process.starts.map(({ run }) => run.attempt)).toEqual([1, 2, 3]);
    await expect(process.jobs.counts()).resolves.toEqual({ waiting: 0, failed: 0 });
  });

  it('keeps a job that used up its attempts, frees its key, and can retry it', async () => {
    const process = await queue.start(fail);
    const payload = workPayload();
    await process.jobs.enqueue(Work, payload, { key: 'k' });
    const [failed] = await failures(process, 1);
    expect(failed).toMatchObject({ name: Work.name, key: 'k', payload, attempts: FAST.maxAttempts, error: 'no luck' });
    process.behaviour = () => undefined;
    expect(await process.jobs.retry(failed?.id ?? '')).toBe(true);
    await process.until(({ starts }) => starts.length > FAST.maxAttempts);
    await settled(process);
    expect(process.starts.at(-1)).toMatchObject({ payload, run: { attempt: 1, key: 'k' } });
    expect(await process.jobs.failed()).toEqual([]);
    expect(await process.jobs.retry(failed?.id ?? '')).toBe(false);
  });

  it('shows and retries a failed job only for its own company', async () => {
    const process = await queue.start(fail);
    for (const companyId of ['c1', 'c2']) await process.jobs.enqueue(Work, workPayload({ companyId }));
    await failures(process, 2);
    const [own, ...others] = await process.jobs.failed({ companyId: 'c1' });
    expect([own?.payload['companyId'], others]).toEqual(['c1', []]);
    expect(await process.jobs.retry(own?.id ?? '', 'c2')).toBe(false);
    expect(await process.jobs.retry(own?.id ?? '', 'c1')).toBe(true);
  });

  it('does not retry a failed job beside an equal key that waits', async () => {
    const process = await queue.start(fail);
    await process.jobs.enqueue(Work, workPayload(), { key: 'k' });
    const [failed] = await failures(process, 1);
    await process.jobs.enqueue(Work, workPayload(), { key: 'k', delayMs: HOUR_MS });
    expect(await process.jobs.retry(failed?.id ?? '')).toBe(false);
    expect(await process.jobs.counts()).toEqual({ waiting: 1, failed: 1 });
  });

  it('does not retry what the handler calls unretryable', async () => {
    const process = await queue.start(() => Promise.reject(new UnretryableJobError('gone')));
    await process.jobs.enqueue(Work, workPayload());
    await expect(failures(process, 1)).resolves.toMatchObject([{ attempts: 1, error: 'gone' }]);
    expect(process.starts).toHaveLength(1);
  });

  it('aborts a run at its timeout and counts it as failed', async () => {
    const aborted: unknown[] = [];
    const process = await queue.start(async ({ run }) => {
      if (run.attempt > 1) return;
      await once(run.signal, 'abort');
      aborted.push(run.signal.reason);
      await new Promise(() => undefined);
    });
    await process.jobs.enqueue(Work, workPayload());
    await process.until(({ starts }) => starts.length >= 2);
    await settled(process);
    expect(aborted).toEqual([expect.objectContaining({ name: 'JobTimeoutError' })]);
  });

  it('works off a burst that makes the store answer slower than the locks live', async () => {
    const process = await queue.start();
    const payloads = Array.from({ length: 1_000 }, () => workPayload());
    await Promise.all(payloads.map((payload) => process.jobs.enqueue(Work, payload)));
    await settled(process);
    expect(new Set(process.starts.map(({ payload }) => payload.id)).size).toBe(payloads.length);
  });

  it('waits for running jobs when it stops', async () => {
    const inside = gate();
    let finished = false;
    const process = await queue.start(async () => {
      await inside.opened;
      finished = true;
    });
    await process.jobs.enqueue(Work, workPayload());
    await process.until(({ starts }) => starts.length >= 1);
    const stopping = process.jobs.stop(HOUR_MS);
    inside.open();
    await stopping;
    expect(finished).toBe(true);
  });

  it('aborts and gives back what still runs at the deadline', async () => {
    const process = await queue.start(() => new Promise(() => undefined));
    const payload = workPayload();
    await process.jobs.enqueue(Work, payload, { key: 'k' });
    await process.until(({ starts }) => starts.length >= 1);
    await process.jobs.stop(10);
    expect(process.starts[0]?.run.signal.reason).toMatchObject({ name: 'JobReleasedError' });
    const successor = queue.driver !== 'inline' ? await queue.open() : process;
    successor.behaviour = () => undefined;
    await successor.jobs.start();
    await successor.until(({ starts }) => starts.at(-1)?.run.attempt === 2);
    await settled(successor);
    expect(successor.starts.at(-1)).toMatchObject({ payload, run: { attempt: 2, key: 'k' } });
  });

  it('declares a recurring job any number of times and runs it once an interval', async () => {
    const process = await queue.start();
    await Promise.all([1, 2, 3].map(() => process.jobs.every(Sweep, HOUR_MS)));
    await process.until(({ sweeps }) => sweeps.length >= 1);
    await settled(process);
    await process.jobs.every(Sweep, HOUR_MS);
    await process.jobs.enqueue(Work, workPayload());
    await process.until(({ starts }) => starts.length >= 1);
    expect(process.sweeps).toHaveLength(1);
  });
}
