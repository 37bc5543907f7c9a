export { type ChannelCredentials, ChannelDirectory, type DirectoryChannel } from './channel-directory.js';
export { AccountHistory, type ProvenAccount } from './account-history.js';
export type {} from './channels.events.js';
export { ChannelsModule } from './channels.module.js';
export { ChannelsService } from './channels.service.js';
export { GraphClient } from './graph/graph-client.js';
export { GraphRoutes, messagesPath } from './graph/graph-routes.js';
export { GraphRefusal, GraphUnreachable } from './graph/graph-errors.js';
export { provenChannels } from './migrations/proven-channels.js';
export { declaredPlatforms, declarePlatform, type PlatformDefinition, platformDefinition } from './platforms.js';
export {
  CHANNEL_PLATFORMS,
  CHANNEL_STATES,
  type ChannelPlatform,
  type ChannelState,
} from './schemas/channel.schema.js';
export { ChannelSelfTest } from './self-test/channel-self-test.js';
