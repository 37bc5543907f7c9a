import type { Row } from './conversation-merge.ts';

const PLATFORMS: readonly Row['platform'][] = ['instagram', 'facebook', 'whatsapp', 'telegram', 'web', 'other'];

/** The filters of the inbox in the address. Unknown values are left out. */
export interface InboxSearch {
  q?: string | undefined;
  label?: string | undefined;
  platform?: Row['platform'] | undefined;
  unread?: true | undefined;
}

/** The message that a conversation is opened at, by its `seq`. */
export interface ThreadSearch {
  seq?: number | undefined;
}

/** The filters of the list. They stay when the user opens another conversation. */
export function inboxFilters({ q, label, platform, unread }: { [name in keyof InboxSearch]: unknown }): InboxSearch {
  const known = PLATFORMS.find((name) => name === platform);
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(typeof label === 'string' ? { label } : {}),
    ...(known ? { platform: known } : {}),
    ...(unread === true ? { unread } : {}),
  };
}

/** Reads the address of a thread; leaves out what is no `seq`. */
export const readThreadSearch = ({ seq }: Record<string, unknown>): ThreadSearch =>
  typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? { seq } : {};
