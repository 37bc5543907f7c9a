import { defineJob } from '../../../core/jobs/index.js';

/** Renames a label on conversations, or takes it off them. */
export const ApplyLabelChange = defineJob<{ companyId: string; labelId: string }>('labels.apply-change');
/** Finds changes whose job was lost. */
export const SweepLabelChanges = defineJob('labels.sweep-changes');
