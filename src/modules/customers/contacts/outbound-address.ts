import { normalizePhone } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import { hasCustomerAccounts, type Platform, socialFieldOf } from './schemas/platform.js';

/**
 * The id by which a contact is written to on a platform. It is the contact's own id where the platform has no accounts.
 * @returns null when the contact cannot be reached there
 */
export function externalIdFor(contact: Contact, platform: Platform): string | null {
  const field = socialFieldOf(platform);
  if (!field) return hasCustomerAccounts(platform) ? null : contact._id.toHexString();
  const id = contact.social[field];
  if (id || platform !== 'whatsapp') return id;
  const phone = contact.phone && normalizePhone(contact.phone);
  return phone?.startsWith('+') ? phone.slice(1) : null;
}
