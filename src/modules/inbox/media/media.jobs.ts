import { defineJob } from '../../../core/jobs/index.js';

export const FetchMessageFiles = defineJob<{ companyId: string; messageId: string }>('media.fetch-message-files');

export const SweepPendingFiles = defineJob('media.sweep-pending-files');
