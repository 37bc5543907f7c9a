import { SetMetadata } from '@nestjs/common';
import type { JobDefinition, JobPayload } from './job-definition.js';
import type { JobRun } from './jobs.js';
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT_MS } from './jobs.constants.js';

export interface JobHandlerOptions {
  readonly concurrency: number;
  /** Milliseconds. A longer run is aborted through its signal and counts as failed. */
  readonly timeoutMs: number;
}

export interface JobHandlerMetadata extends JobHandlerOptions {
  readonly name: string;
}

export const JOB_HANDLER_METADATA = 'petbuddy:job-handler';

type HandlerMethod<P> = (payload: P, run: JobRun) => Promise<void>;

/** The compiler checks the payload of the method against the definition. */
export function JobHandler<P extends JobPayload<P>>(job: JobDefinition<P>, options: Partial<JobHandlerOptions> = {}) {
  const metadata: JobHandlerMetadata = {
    name: job.name,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };
  const decorate = SetMetadata(JOB_HANDLER_METADATA, metadata);
  return <M extends HandlerMethod<P>>(
    target: object,
    property: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    decorate(target, property, descriptor);
  };
}
