import type { ChannelView } from '../channel-view.js';
import type { Channel, ChannelHealth, ChannelSettings } from '../schemas/channel.schema.js';

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

/** Whom a token is tested for; nothing of it need be stored yet. */
export type TestedAccount = Pick<Channel, 'platform' | 'external_id' | 'settings'>;

/** What the steps find out on their way. */
export type Findings = Pick<Partial<ChannelHealth>, 'token_expires_at' | 'subscribed_fields'> & {
  app_scoped_id?: string;
  /** The account's own, with what the proof found out. */
  settings?: ChannelSettings;
  /** The token lists no accounts, so the account is proven only once it is subscribed. */
  isSubscriptionNeeded?: boolean;
  /** The node that was subscribed. */
  subscribed_node?: string;
  /** `granular_scopes` of debug_token: `{scope, target_ids}`. */
  granularScopes?: readonly Readonly<Record<string, unknown>>[];
};
