export { mountRawWebhook, type RawWebhook } from './mount-raw-webhook.js';
export { type BodyLimits, readBody } from './read-body.js';
