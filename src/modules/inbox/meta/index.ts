export { MetaModule } from './meta.module.js';
export { mountMetaWebhook } from './webhook/mount-webhook.js';
