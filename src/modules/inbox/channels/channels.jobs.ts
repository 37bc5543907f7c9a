import { defineJob } from '../../../core/jobs/index.js';

/** Checks and renews the tokens of all channels, and checks their subscriptions. */
export const RefreshTokens = defineJob('channels.refresh-tokens');

/** Does so for one channel. */
export const CheckChannel = defineJob<{ companyId: string; channelId: string }>('channels.check');
