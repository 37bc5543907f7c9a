import { searchWords } from '../../../core/text/index.js';
import { isBusinessScopedUserId, phoneKey, phoneSearchWords } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import { type Platform, SOCIAL_FIELDS, type SocialPlatform } from './schemas/platform.js';

/** What a contact is matched by: the fields the keys are made from. */
export type Matchable = Pick<Contact, 'email' | 'phone' | 'social'>;

/**
 * One spelling for every way a provider may write the id of one customer. A WhatsApp number and a phone number give the
 * same key, which is how a contact that staff wrote down is recognised when it writes for the first time.
 */
export function addressKey(platform: Platform, externalId: string): string {
  if (platform !== 'whatsapp' || isBusinessScopedUserId(externalId)) return `${platform}:${externalId}`;
  const phone = phoneKey(externalId);
  return phone ? phoneMatchKey(phone) : `${platform}:${externalId}`;
}

/** Keys by which contacts are found and, for suggestions only, thought to be the same person. */
export function matchKeys({ email, phone, social }: Matchable): string[] {
  const keys = (Object.keys(SOCIAL_FIELDS) as SocialPlatform[]).flatMap((platform) => {
    const id = social[SOCIAL_FIELDS[platform]];
    return id ? [addressKey(platform, id)] : [];
  });
  const key = phone && phoneKey(phone);
  if (key) keys.push(phoneMatchKey(key));
  if (email) keys.push(emailKey(email));
  return [...new Set(keys)];
}

/** Words of name, phone and mail for the search field. */
export function contactSearchWords({ full_name, email, phone, social }: Matchable & { full_name: string }): string[] {
  const phones = [...phoneSearchWords(phone), ...phoneSearchWords(social.whatsapp_id)];
  return searchWords([full_name, email, ...phones]);
}

function phoneMatchKey(key: string): string {
  return `phone:${key}`;
}

/** The key of a mail address, however it is written. */
export function emailKey(email: string): string {
  return `email:${email.toLowerCase()}`;
}
