import type { SelfTestStep, StepResult } from '../account-connector.js';
import type { ChannelView } from '../channel-view.js';

export interface SelfTestReport {
  ok: boolean;
  failed_step: SelfTestStep | null;
  steps: StepResult[];
  channel: ChannelView;
}
