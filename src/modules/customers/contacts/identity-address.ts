import type { Types } from 'mongoose';
import { addressKey } from './contact-keys.js';
import type { ContactInput } from './contact-fields.js';
import type { Contact } from './schemas/contact.schema.js';
import type { IdentityProfile } from './schemas/identity.schema.js';
import { type Platform, platformLabel, socialFieldOf } from './schemas/platform.js';

/** Texts of a provider are not trusted. */
const PROFILE_LIMITS: Readonly<Record<keyof IdentityProfile, number>> = {
  name: 200,
  username: 100,
  phone: 32,
  locale: 35,
};
const PLACEHOLDER_DIGITS = 4;

export interface CustomerAddress {
  /** The channel's id in hex, or {@link platformInbox} for an unknown channel. */
  inbox: string;
  platform: Platform;
  external_id: string;
  /** For instance the number beside a business-scoped user id. */
  aliases?: readonly string[];
  channel_id?: Types.ObjectId | null;
  profile?: IdentityProfile;
}

export function platformInbox(platform: Platform): string {
  return `platform:${platform}`;
}

/** The first key belongs to the id itself. */
export function addressKeys({ platform, external_id, aliases = [], profile }: CustomerAddress): string[] {
  // On WhatsApp the number in the profile is the account, not typed text.
  const own = platform === 'whatsapp' && profile?.phone ? [profile.phone] : [];
  return [...new Set([external_id, ...aliases, ...own].map((id) => addressKey(platform, id)))];
}

export function cleanProfile(profile: IdentityProfile = {}): IdentityProfile {
  const clean: IdentityProfile = {};
  for (const name of Object.keys(PROFILE_LIMITS) as (keyof IdentityProfile)[]) {
    const value: unknown = profile[name];
    const text = typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : '';
    if (text) clean[name] = text.slice(0, PROFILE_LIMITS[name]);
  }
  return clean;
}

export function contactFromAddress(
  address: CustomerAddress,
  profile: IdentityProfile,
): ContactInput & { full_name: string } {
  const { platform, external_id } = address;
  const name = profile.name ?? profile.username;
  return {
    full_name: name ?? `${platformLabel(platform)} customer ${external_id.slice(-PLACEHOLDER_DIGITS)}`,
    is_name_placeholder: profile.name === undefined,
    social: socialOf(address),
    locale: profile.locale ?? null,
  };
}

/** Fills gaps and keeps the values that staff entered. */
export function newsForContact(contact: Contact, address: CustomerAddress, profile: IdentityProfile): ContactInput {
  const field = socialFieldOf(address.platform);
  return {
    ...(contact.is_name_placeholder && profile.name ? { full_name: profile.name, is_name_placeholder: false } : {}),
    ...(field && !contact.social[field] ? { social: socialOf(address) } : {}),
    ...(profile.locale && !contact.locale ? { locale: profile.locale } : {}),
  };
}

function socialOf({ platform, external_id }: CustomerAddress): NonNullable<ContactInput['social']> {
  const field = socialFieldOf(platform);
  return field ? { [field]: external_id } : {};
}
