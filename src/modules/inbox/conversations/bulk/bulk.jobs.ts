import { defineJob } from '../../../../core/jobs/index.js';

export const RunBulkChange = defineJob<{ companyId: string; bulkId: string }>('conversations.run-bulk-change');
export const UndoBulkChange = defineJob<{ companyId: string; bulkId: string }>('conversations.undo-bulk-change');
export const SweepBulkChanges = defineJob('conversations.sweep-bulk-changes');
