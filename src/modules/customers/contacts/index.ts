export { AddedTagsRepository } from './added-tags.repository.js';
export { IdentityRenaming } from './identity-renaming.service.js';
export { IdentityResolver, type ResolvedIdentity } from './identity-resolver.js';
export { addressKey, contactSearchWords } from './contact-keys.js';
export { ContactParticipantRegistry, type ContactParticipant } from './contact-participant-registry.js';
export { ContactBulkService } from './contact-bulk.service.js';
export { ContactLookupService, type DescribedContact } from './contact-lookup.service.js';
export { ContactsModule } from './contacts.module.js';
export { ContactsService } from './contacts.service.js';
export type {} from './contacts.events.js';
export { ContactPictures, PICTURE_URL_LIFE_MS } from './contact-pictures.service.js';
export { ContactDto } from './dto/contact.dto.js';
export { CreateContactDto } from './dto/contact-input.dto.js';
export {
  foreignPicturesOfContacts,
  foreignPicturesOfConversations,
  foreignPicturesOfEvents,
  foreignPicturesOfIdentities,
} from './migrations/foreign-pictures.js';
export { hasContent, mayReplacePicture, newPictureKey } from './picture-key.js';
export { type CustomerAddress, platformInbox } from './identity-address.js';
export { ContactDocuments, type Mergeable, type MergeMark } from './contact-documents.js';
export { phonesOfContacts, phonesOfConversations, phonesOfMerges } from './migrations/phones-with-country.js';
export { normalizePhone, phoneKey, withCountry } from './phone.js';
export { type ShownPet, ShownPets } from './shown-pets.port.js';
export type { Contact, ContactSocial, NewContact } from './schemas/contact.schema.js';
export {
  AUTOMATION_TOPIC,
  type Identity,
  type IdentityProfile,
  isOptedOut,
  type OptIn,
  type ReplyWindow,
  WINDOW_KINDS,
  type WindowKind,
} from './schemas/identity.schema.js';
export { declarePlatform, type Platform, PLATFORMS, type SocialPlatform } from './schemas/platform.js';
