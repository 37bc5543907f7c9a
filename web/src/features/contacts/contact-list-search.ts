import type { Schemas } from '#web/lib/api/client.ts';

export type Platform = Schemas['ContactDto']['platforms'][number];

export const PLATFORMS: readonly Platform[] = ['whatsapp', 'instagram', 'facebook', 'telegram', 'web', 'other'];

/** The filters of the list of contacts in the address. */
export interface ContactListSearch {
  q?: string | undefined;
  platform?: Platform | undefined;
  tag?: string | undefined;
  vip?: true | undefined;
  pets?: 'with' | 'without' | undefined;
}

/** Reads the filters of an address. Unknown values are left out. */
export function readContactListSearch(search: Record<string, unknown>): ContactListSearch {
  const { platform, tag, vip, pets } = search;
  const known = PLATFORMS.find((name) => name === platform);
  return {
    ...readWords(search),
    ...(known ? { platform: known } : {}),
    ...(typeof tag === 'string' || typeof tag === 'number' ? { tag: String(tag) } : {}),
    ...(vip === true ? { vip } : {}),
    ...(pets === 'with' || pets === 'without' ? { pets } : {}),
  };
}

/** The words that are searched for; digits in an address are read as a number. */
export const readWords = ({ q }: Record<string, unknown>): { q?: string | undefined } =>
  (typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: String(q) } : {};

/** The filters as parameters of the API. */
export const toQuery = ({ q, platform, tag, vip, pets }: ContactListSearch) => ({
  ...(q === undefined ? {} : { q }),
  ...(platform === undefined ? {} : { platform }),
  ...(tag === undefined ? {} : { tag }),
  ...(vip === undefined ? {} : { is_vip: true }),
  ...(pets === undefined ? {} : { has_pets: pets === 'with' }),
});
