export { GraphClient } from './graph/graph-client.js';
export { GraphRefusal, GraphUnreachable } from './graph/graph-errors.js';
export { GRAPH } from './meta-platforms.js';
export { type AccountNotice, AccountNotices } from './webhook/account-notices.js';
export { MetaModule } from './meta.module.js';
export { type CodeMessage, TemplateSender } from './sending/template-sender.js';
export { mountMetaWebhook } from './webhook/mount-webhook.js';
export { provenChannels } from './migrations/proven-channels.js';
export { providersOfChannels } from './migrations/providers-of-channels.js';
