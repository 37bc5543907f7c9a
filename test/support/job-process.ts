import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Injectable } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import mongoose from 'mongoose';
import { RequestContext } from '../../src/core/context/index.js';
import type { DriverOptions } from '../../src/core/jobs/driver-options.js';
import { AgendaJobs } from '../../src/core/jobs/drivers/agenda-jobs.driver.js';
import { BullmqJobs } from '../../src/core/jobs/drivers/bullmq-jobs.driver.js';
import { InlineJobs } from '../../src/core/jobs/drivers/inline-jobs.driver.js';
import { defineJob, JobHandler, type JobRun, type Jobs } from '../../src/core/jobs/index.js';
import { JobRegistry } from '../../src/core/jobs/job-registry.js';
import { JobRunner } from '../../src/core/jobs/job-runner.js';
import { Metrics } from '../../src/core/metrics/index.js';

export interface WorkPayload {
  readonly id: string;
  readonly companyId?: string;
  readonly ids?: readonly string[];
  readonly urgent?: boolean;
}

export const Work = defineJob<WorkPayload>('test.work');
export const Sweep = defineJob('test.sweep');
const WORK_TIMEOUT_MS = 2_000;
const WORK_CONCURRENCY = 4;

/** One start of a handler. */
export interface Start {
  readonly payload: WorkPayload;
  readonly run: JobRun;
  readonly companyId: string | undefined;
}

/** What a handler does; the default does nothing. */
export type Behaviour = (start: Start) => Promise<void> | void;

/** Where the queue lives; processes with the same place share it. */
export type QueuePlace =
  | { readonly driver: 'agenda'; readonly uri: string }
  | { readonly driver: 'bullmq'; readonly redisUrl: string; readonly prefix: string }
  | { readonly driver: 'inline' };

/** Short times, so that the tests wait for events and not for the defaults. */
export const FAST: DriverOptions = {
  maxAttempts: 3,
  retry: { baseMs: 20, capMs: 50 },
  lockTtlMs: 900,
  pollIntervalMs: 100,
};

@Injectable()
class Handlers {
  readonly starts: Start[] = [];
  readonly sweeps: number[] = [];
  readonly events = new EventEmitter();
  behaviour: Behaviour = () => undefined;

  @JobHandler(Work, { concurrency: WORK_CONCURRENCY, timeoutMs: WORK_TIMEOUT_MS })
  async work(payload: WorkPayload, run: JobRun): Promise<void> {
    const start = { payload, run, companyId: RequestContext.current()?.companyId };
    this.starts.push(start);
    this.events.emit('change');
    await this.behaviour(start);
  }

  @JobHandler(Sweep)
  sweep(): Promise<void> {
    this.sweeps.push(Date.now());
    this.events.emit('change');
    return Promise.resolve();
  }
}

/** One process of the product as far as jobs go: handlers that record, a runner and a driver. */
export class JobProcess {
  readonly jobs: Jobs;
  private readonly handlers: Handlers;
  private readonly disconnect: () => Promise<void>;

  private constructor(jobs: Jobs, handlers: Handlers, disconnect: () => Promise<void>) {
    this.jobs = jobs;
    this.handlers = handlers;
    this.disconnect = disconnect;
  }

  static async open(place: QueuePlace, behaviour?: Behaviour): Promise<JobProcess> {
    const app = await Test.createTestingModule({
      imports: [DiscoveryModule],
      providers: [JobRegistry, JobRunner, Metrics, Handlers],
    }).compile();
    app.get(JobRegistry).discover(true);
    const handlers = app.get(Handlers);
    if (behaviour) handlers.behaviour = behaviour;
    const runner = app.get(JobRunner);
    if (place.driver === 'agenda') {
      const connection = await mongoose.createConnection(place.uri).asPromise();
      if (!connection.db) throw new Error('No database');
      return new JobProcess(new AgendaJobs(connection.db, runner, FAST), handlers, () => connection.close());
    }
    const jobs =
      place.driver === 'bullmq' ? new BullmqJobs(runner, { ...FAST, ...place }) : new InlineJobs(runner, FAST);
    return new JobProcess(jobs, handlers, () => Promise.resolve());
  }

  /** Starts of the `Work` handler in this process, in order. */
  get starts(): readonly Start[] {
    return this.handlers.starts;
  }

  /** Times at which the `Sweep` handler started, in milliseconds. */
  get sweeps(): readonly number[] {
    return this.handlers.sweeps;
  }

  set behaviour(behaviour: Behaviour) {
    this.handlers.behaviour = behaviour;
  }

  /** Resolves at the first start after which the condition holds. */
  async until(condition: (process: JobProcess) => boolean): Promise<void> {
    while (!condition(this)) await once(this.handlers.events, 'change');
  }

  async close(deadlineMs = 5_000): Promise<void> {
    await this.jobs.stop(deadlineMs);
    await this.disconnect();
  }
}

/** Ids that no other test uses. */
export function workPayload(more: Partial<WorkPayload> = {}): WorkPayload {
  return { id: randomUUID(), ...more };
}
