/** Where a customer can write from, as the API contract spells it. */
export const PLATFORMS = ['instagram', 'facebook', 'telegram', 'whatsapp', 'web', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Platforms on which a customer has an id of the provider's. */
export const SOCIAL_FIELDS = {
  facebook: 'facebook_id',
  instagram: 'instagram_id',
  whatsapp: 'whatsapp_id',
  telegram: 'telegram_id',
} as const;
export type SocialPlatform = keyof typeof SOCIAL_FIELDS;
export type SocialField = (typeof SOCIAL_FIELDS)[SocialPlatform];

/** Undefined for web and other. */
export function socialFieldOf(platform: Platform): SocialField | undefined {
  return (SOCIAL_FIELDS as Partial<Record<Platform, SocialField>>)[platform];
}
