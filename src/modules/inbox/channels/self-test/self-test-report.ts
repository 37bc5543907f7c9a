import type { SelfTestStep, StepResult } from '../account-connector.js';
import type { ChannelView } from '../channel-view.js';

/** The steps up to the first that failed, and the channel with its health after them. */
export interface SelfTestReport {
  ok: boolean;
  failed_step: SelfTestStep | null;
  steps: StepResult[];
  channel: ChannelView;
}
