export const PLATFORMS = ['instagram', 'facebook', 'telegram', 'whatsapp', 'web', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

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
