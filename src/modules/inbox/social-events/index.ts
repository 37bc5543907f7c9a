export { SocialEventRecord, SocialEventSchema } from './schemas/social-event.schema.js';
export type { SocialAuthor, SocialDetails, SocialEvent, SocialKind, SocialVerb } from './social-event.js';
export { SocialEventsModule } from './social-events.module.js';
export { SocialEventsRepository } from './social-events.repository.js';
