import { searchWords } from '../../../core/text/index.js';
import { isBusinessScopedUserId, phoneKey, phoneSearchWords } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import { type Platform, SOCIAL_FIELDS, type SocialPlatform } from './schemas/platform.js';

export type Matchable = Pick<Contact, 'email' | 'phone' | 'social'>;

/**
 * One spelling for all ways to write an id. A WhatsApp number and a phone number give the same key, so a contact
 * that staff entered is recognised when it writes for the first time.
 */
export function addressKey(platform: Platform, externalId: string): string {
  if (platform !== 'whatsapp' || isBusinessScopedUserId(externalId)) return `${platform}:${externalId}`;
  const phone = phoneKey(externalId);
  return phone ? phoneMatchKey(phone) : `${platform}:${externalId}`;
}

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

export function contactSearchWords({ full_name, email, phone, social }: Matchable & { full_name: string }): string[] {
  const phones = [...phoneSearchWords(phone), ...phoneSearchWords(social.whatsapp_id)];
  return searchWords([full_name, email, ...phones]);
}

function phoneMatchKey(key: string): string {
  return `phone:${key}`;
}

export function emailKey(email: string): string {
  return `email:${email.toLowerCase()}`;
}
