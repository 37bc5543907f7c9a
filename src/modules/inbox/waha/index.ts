export { WahaModule } from './waha.module.js';
export { mountWahaWebhook } from './webhook/mount-waha-webhook.js';
