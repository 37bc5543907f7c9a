export { MetaModule } from './meta.module.js';
export { type CodeMessage, TemplateSender } from './sending/template-sender.js';
export { mountMetaWebhook } from './webhook/mount-webhook.js';
