export { type ChannelCredentials, ChannelDirectory, type DirectoryChannel } from './channel-directory.js';
export type {} from './channels.events.js';
export { ChannelsModule } from './channels.module.js';
export { ChannelsService } from './channels.service.js';
export { GraphClient } from './graph/graph-client.js';
export { GraphRefusal, GraphUnreachable } from './graph/graph-errors.js';
export type { ChannelPlatform } from './schemas/channel.schema.js';
