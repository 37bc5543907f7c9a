export type {
  AccountConnector,
  AccountFindings,
  StepResult,
  TestedAccount,
  TestOptions,
  TestOutcome,
  TokenCheck,
} from './account-connector.js';
export { SELF_TEST_STEPS, type SelfTestStep } from './account-connector.js';
export { AccountConnectors } from './account-connectors.js';
export { AccountHistory, type ProvenAccount } from './account-history.js';
export { type ChannelCredentials, ChannelDirectory, type DirectoryChannel } from './channel-directory.js';
export {
  CHANNEL_PLATFORMS,
  type ChannelKind,
  channelKind,
  type ChannelKindDefinition,
  channelKindKey,
  type ChoiceLimits,
  declareChannelKind,
  kindsOfPlatform,
  type SendRates,
  textLimitOf,
} from './channel-kinds.js';
export { type MediaLimit, type TextLimit } from './channel-limits.js';
export type {} from './channels.events.js';
export { type AccountNotice, ChannelHealthRecorder } from './health/channel-health.recorder.js';
export { ChannelDto, ChannelErrorDto, ConnectChannelDto, PIN } from './dto/channel.dto.js';
export { ChannelsModule } from './channels.module.js';
export type { ChannelView } from './channel-view.js';
export { ChannelsService } from './channels.service.js';
export { type Channel, CHANNEL_STATES, type ChannelState } from './schemas/channel.schema.js';
export { type ChannelToken, TOKEN_KINDS, type TokenFindings } from './tokens/channel-token.js';
export { ChannelSelfTest } from './self-test/channel-self-test.js';
export { tokensOfChannels } from './migrations/tokens-of-channels.js';
