import { normalizePhone } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import { type Platform, socialFieldOf } from './schemas/platform.js';

/** The contact's own id on platforms that are not social. @returns null if the contact cannot be reached there */
export function externalIdFor(contact: Contact, platform: Platform): string | null {
  const field = socialFieldOf(platform);
  if (!field) return contact._id.toHexString();
  const id = contact.social[field];
  if (id || platform !== 'whatsapp') return id;
  const phone = contact.phone && normalizePhone(contact.phone);
  return phone?.startsWith('+') ? phone.slice(1) : null;
}
