import { defineJob } from '../../../core/jobs/index.js';

/** Asks the platform who a customer is. A conversation and its customer's identity share their id (ADR 0009). */
export const FetchCustomerProfile = defineJob<{ companyId: string; identityId: string }>('profiles.fetch-customer');
