export { defineJob, type JobDefinition, type JobPayload, type NoPayload, type PayloadOf } from './job-definition.js';
export { UnretryableJobError } from './job-errors.js';
export { JobHandler, type JobHandlerOptions } from './job-handler.decorator.js';
export {
  type EnqueueOptions,
  type FailedJob,
  type FailedJobFilter,
  type JobCounts,
  type JobRun,
  Jobs,
  type ScheduleOptions,
} from './jobs.js';
export { JobsModule, type JobsModuleOptions } from './jobs.module.js';
export { type EnqueuedJob, InlineJobs } from './drivers/inline-jobs.driver.js';
