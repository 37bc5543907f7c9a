import { defineJob } from '../../../core/jobs/index.js';

export const RunCustomerImport = defineJob<{ companyId: string; importId: string }>('customers.run-import');
export const SweepCustomerImports = defineJob('customers.sweep-imports');
