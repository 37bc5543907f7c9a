export { GoogleCalendarModule } from './google-calendar.module.js';
export { mountGoogleWebhook } from './webhook/mount-google-webhook.js';
