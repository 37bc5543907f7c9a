import type { JobParameters } from 'agenda';
import mongoose, { type Connection } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../test/support/test-database.js';
import { FencedJobRepository } from './fenced-job.repository.js';

const NAME = 'test.work';
const TTL_MS = 1_000;

describe('FencedJobRepository', () => {
  const uri = testDatabaseUri('fenced_jobs');
  let connection: Connection;
  let repository: FencedJobRepository;

  beforeAll(async () => {
    connection = await mongoose.createConnection(uri).asPromise();
    if (!connection.db) throw new Error('No database');
    repository = new FencedJobRepository({ mongo: connection.db, db: { collection: 'jobs' }, ensureIndex: false });
    await repository.connect();
  });

  afterAll(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  /** Takes the job at a time; a lock older than the TTL is taken over. */
  const lockAt = async (time: number): Promise<JobParameters> => {
    const job = await repository.getNextJobToRun(NAME, new Date(time), new Date(time - TTL_MS), new Date(time));
    if (!job) throw new Error('The job is locked');
    return job;
  };

  it('lets a frozen holder write nothing once its lock was taken over', async () => {
    const now = Date.now();
    await repository.saveJob(
      { name: NAME, type: 'normal', priority: 0, nextRunAt: new Date(now), data: {} },
      undefined,
    );
    const frozen = await lockAt(now);
    await expect(lockAt(now + TTL_MS - 1)).rejects.toThrow('The job is locked');
    const current = await lockAt(now + TTL_MS);
    await expect(repository.saveJobState({ ...frozen, failReason: 'late', nextRunAt: null })).rejects.toThrow(
      'Lost the lock',
    );
    await repository.saveJobState({ ...current, lastFinishedAt: new Date(now) });
    const stored = await repository.getJobById(String(current._id));
    expect(stored).toMatchObject({ lastFinishedAt: new Date(now), nextRunAt: new Date(now) });
    expect(stored?.failReason).toBeUndefined();
  });
});
