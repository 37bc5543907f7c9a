import { defineJob } from '../../../core/jobs/index.js';

/** Carries the address instead of a user, so that a request costs the same with and without an account. */
export const SendPasswordReset = defineJob<{ email: string }>('users.send-password-reset');
export const SendPasswordChanged = defineJob<{ companyId: string; userId: string }>('users.send-password-changed');
export const SendEmailVerification = defineJob<{ companyId: string; userId: string }>('users.send-email-verification');
export const SendInvitation = defineJob<{ companyId: string; userId: string }>('users.send-invitation');
/** Takes a deleted user out of teams and conversations. */
export const RemoveDeletedUser = defineJob<{ companyId: string; userId: string }>('users.remove-deleted');
