import { Types } from 'mongoose';
import { contactSearchWords, matchKeys } from './contact-keys.js';
import { normalizePhone } from './phone.js';
import type { Contact, ContactSocial, NewContact } from './schemas/contact.schema.js';
import { type Platform, SOCIAL_FIELDS, type SocialPlatform } from './schemas/platform.js';

const NO_SOCIAL: ContactSocial = { facebook_id: null, instagram_id: null, whatsapp_id: null, telegram_id: null };

/** The fields that people and providers give; the others follow from them. */
export type ContactInput = Partial<
  Pick<
    Contact,
    'full_name' | 'is_name_placeholder' | 'email' | 'phone' | 'tags' | 'notes' | 'is_vip' | 'locale' | 'avatar_key'
  >
> & { social?: Partial<ContactSocial> };

export function newContact(
  input: ContactInput & { full_name: string },
  platforms: readonly Platform[] = [],
): NewContact {
  const blank: NewContact = {
    _id: new Types.ObjectId(),
    full_name: input.full_name,
    is_name_placeholder: false,
    email: null,
    phone: null,
    phone_normalized: null,
    social: NO_SOCIAL,
    platforms: [...platforms],
    tags: [],
    notes: null,
    is_vip: false,
    locale: null,
    avatar_key: null,
    merged_into: null,
    merging: null,
    search: [],
    match_keys: [],
    revision: 0,
  };
  return { ...blank, ...changedFields(blank, input) };
}

export function changedFields(contact: NewContact, input: ContactInput): Partial<NewContact> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as ContactInput;
  const social = { ...contact.social, ...given.social };
  const next = { ...contact, ...given, social };
  return {
    ...given,
    social,
    phone_normalized: next.phone ? normalizePhone(next.phone) : null,
    platforms: [...new Set([...contact.platforms, ...socialPlatforms(social)])],
    search: contactSearchWords(next),
    match_keys: matchKeys(next),
  };
}

export function socialPlatforms(social: ContactSocial): SocialPlatform[] {
  return (Object.keys(SOCIAL_FIELDS) as SocialPlatform[]).filter((platform) => social[SOCIAL_FIELDS[platform]]);
}
