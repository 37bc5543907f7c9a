export { AuthModule } from './auth.module.js';
export { PresenceService } from './presence/presence.service.js';
export { RegistrationService } from './registration.service.js';
