import { defineJob } from '../../../core/jobs/index.js';

/** An import that made no progress for so long has lost its job. */
export const JOB_TIMEOUT_MS = 600_000;

export const RunCustomerImport = defineJob<{ companyId: string; importId: string }>('customers.run-import');
export const SweepCustomerImports = defineJob('customers.sweep-imports');
