import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { JobRegistry } from '../../src/core/jobs/job-registry.js';
import { type InlineJobs, Jobs } from '../../src/core/jobs/index.js';

/** Where @nestjs/schedule notes that a method runs by the clock. */
const INTERVAL_METADATA = 'SCHEDULE_INTERVAL_OPTIONS';
const SWEEPING_JOB = /sweep|finish/;

type Methods = Record<string, () => Promise<unknown>>;

/** Does now, once, everything that the product does by the clock, and every job that waits. */
export async function runDuties(app: INestApplication): Promise<void> {
  await app.get<unknown, InlineJobs>(Jobs).drain();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values()) await runIntervals(instance as Methods | undefined);
  }
  const run = { attempt: 1, signal: AbortSignal.timeout(60_000) };
  for (const job of app.get(JobRegistry, { strict: false }).all()) {
    if (SWEEPING_JOB.test(job.name)) await job.handle({}, run as never);
  }
}

async function runIntervals(instance: Methods | undefined): Promise<void> {
  const prototype = (instance ? Object.getPrototypeOf(instance) : null) as object | null;
  for (const name of prototype ? Object.getOwnPropertyNames(prototype) : []) {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
    if (typeof method === 'function' && Reflect.hasMetadata(INTERVAL_METADATA, method)) await instance?.[name]?.();
  }
}
