import { defineJob } from '../../../core/jobs/index.js';

/** Tells the owners that a webhook was switched off. */
export const MailDisabledWebhook = defineJob<{ companyId: string; endpointId: string }>('webhooks.mail-disabled');
/** Finds mails whose job was lost. */
export const SweepDisabledWebhooks = defineJob('webhooks.sweep-disabled');
