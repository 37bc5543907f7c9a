import { defineJob } from '../../../core/jobs/index.js';

/** Fetches the files of one message that are still with the provider. */
export const FetchMessageFiles = defineJob<{ companyId: string; messageId: string }>('media.fetch-message-files');

/** Finds files whose job was lost. */
export const SweepPendingFiles = defineJob('media.sweep-pending-files');
