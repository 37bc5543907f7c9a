import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FailedJob } from '../../src/core/jobs/index.js';
import { JobProcess, type Behaviour, type QueuePlace } from './job-process.js';
import { testRedisUrl } from './optional-servers.js';
import { dropTestDatabase, testDatabaseUri } from './test-database.js';

export type DriverName = QueuePlace['driver'];

/** A fresh queue for each test of the suite that makes it; its processes are stopped after the test. */
export class TestQueue {
  readonly driver: DriverName;
  place: QueuePlace;
  private readonly processes: JobProcess[] = [];

  constructor(driver: DriverName) {
    this.driver = driver;
    this.place = newPlace(driver);
    beforeEach(() => {
      this.place = newPlace(driver);
    });
    afterEach(async () => {
      await Promise.all(this.processes.splice(0).map((process) => process.close()));
      if (this.place.driver === 'agenda') await dropTestDatabase(this.place.uri);
    });
  }

  /** A process that stores jobs and does not run any yet. */
  async open(behaviour?: Behaviour): Promise<JobProcess> {
    const process = await JobProcess.open(this.place, behaviour);
    this.processes.push(process);
    return process;
  }

  async start(behaviour?: Behaviour): Promise<JobProcess> {
    const process = await this.open(behaviour);
    await process.jobs.start();
    return process;
  }
}

/** Resolves when the queue shows this many failed jobs. */
export async function failures(process: JobProcess, count: number): Promise<readonly FailedJob[]> {
  for (;;) {
    const failed = await process.jobs.failed();
    if (failed.length >= count) return failed;
    await nextTurn();
  }
}

/** Resolves when nothing waits or runs. */
export async function settled(process: JobProcess): Promise<void> {
  while ((await process.jobs.counts()).waiting > 0) await nextTurn();
}

/** Something a handler waits at until the test opens it. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function newPlace(driver: DriverName): QueuePlace {
  if (driver === 'agenda') return { driver, uri: testDatabaseUri('jobs') };
  if (driver === 'bullmq') return { driver, redisUrl: testRedisUrl ?? '', prefix: `test-${randomUUID()}` };
  return { driver };
}
