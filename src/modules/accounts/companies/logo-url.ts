import type { Company } from './schemas/company.schema.js';

/** Different for each picture, so that browsers can keep it. */
const VERSION_LENGTH = 12;

/** A path on this server that everybody may open; null without a logo. */
export function logoUrlOf({ slug, logo_key }: Pick<Company, 'slug' | 'logo_key'>): string | null {
  if (!logo_key) return null;
  const version = logo_key.replaceAll(/[^\w]/g, '').slice(-VERSION_LENGTH);
  return `/api/v1/public/${slug}/logo?v=${version}`;
}
