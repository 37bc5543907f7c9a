/** The name of a place where customers write, as the API spells it. Channel modules may declare more of them. */
export type Platform = string;

const labels = new Map<Platform, string>([
  ['instagram', 'Instagram'],
  ['facebook', 'Facebook'],
  ['telegram', 'Telegram'],
  ['whatsapp', 'WhatsApp'],
  ['web', 'Web'],
  ['other', 'Other'],
]);

/** All known platforms. The list grows with {@link declarePlatform}, so never copy it. */
export const PLATFORMS = [...labels.keys()];

/** Platforms without accounts of customers: the id of the contact is the address. */
const WITHOUT_ACCOUNTS: readonly Platform[] = ['web', 'other'];

/** Adds a platform; declaring it again changes nothing but its label. @param label its name for people */
export function declarePlatform(name: Platform, label: string): void {
  labels.set(name, label);
  if (!PLATFORMS.includes(name)) PLATFORMS.push(name);
}

export function platformLabel(name: Platform): string {
  return labels.get(name) ?? name;
}

/** Whether the provider of the platform gives its customers ids. */
export function hasCustomerAccounts(name: Platform): boolean {
  return !WITHOUT_ACCOUNTS.includes(name);
}

/** Platforms on which a contact has a field of its own for the provider's id. */
export const SOCIAL_FIELDS = {
  facebook: 'facebook_id',
  instagram: 'instagram_id',
  whatsapp: 'whatsapp_id',
  telegram: 'telegram_id',
} as const;
export type SocialPlatform = keyof typeof SOCIAL_FIELDS;
export type SocialField = (typeof SOCIAL_FIELDS)[SocialPlatform];

export function socialFieldOf(platform: Platform): SocialField | undefined {
  return (SOCIAL_FIELDS as Partial<Record<Platform, SocialField>>)[platform];
}
