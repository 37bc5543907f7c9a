import type { ChannelView } from '../channel-view.js';
import type { ChannelHealth } from '../schemas/channel.schema.js';

export const SELF_TEST_STEPS = ['token', 'account', 'subscription', 'read_back'] as const;
export type SelfTestStep = (typeof SELF_TEST_STEPS)[number];

/** One step: what was found, in words. */
export interface StepResult {
  step: SelfTestStep;
  ok: boolean;
  message: string;
}

/** The steps up to the first that failed, and the channel as it is known to fare now. */
export interface SelfTestReport {
  ok: boolean;
  failed_step: SelfTestStep | null;
  steps: StepResult[];
  channel: ChannelView;
}

/** What the steps find out on their way. */
export type Findings = Pick<Partial<ChannelHealth>, 'token_expires_at' | 'subscribed_fields'> & {
  app_scoped_id?: string;
};
