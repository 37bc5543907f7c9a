import { defineJob } from '../../../core/jobs/index.js';

/** A conversation and its identity share their id (ADR 0009). */
export const FetchCustomerProfile = defineJob<{ companyId: string; identityId: string }>('profiles.fetch-customer');
