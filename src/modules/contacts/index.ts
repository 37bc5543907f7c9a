export { ContactIdentities, type ResolvedIdentity } from './contact-identities.js';
export { ContactsModule } from './contacts.module.js';
export { type CustomerAddress, platformInbox } from './identity-address.js';
export type { Contact, ContactSocial } from './schemas/contact.schema.js';
export {
  type Identity,
  type IdentityProfile,
  type OptIn,
  type ReplyWindow,
  WINDOW_KINDS,
  type WindowKind,
} from './schemas/identity.schema.js';
export { type Platform, PLATFORMS, type SocialPlatform } from './schemas/platform.js';
