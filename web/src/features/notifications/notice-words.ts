import i18next from 'i18next';
import { router } from '#web/app/router.tsx';
import type { Notice } from './notifications-queries.ts';

/** What a notification says. */
export function noticeWords({ type, words }: Notice): string {
  const { author = '', contact = '', text = '', channel = '', kind = '' } = words;
  const name = author || i18next.t('notifications:somebody');
  if (type === 'mention') return i18next.t('notifications:words.mention', { name, contact, text });
  if (type === 'assignment') return i18next.t('notifications:words.assignment', { name, contact });
  if (type === 'waitlist.offered') return i18next.t('notifications:words.offer', { contact });
  const key = type === 'channel.token_expiring' ? 'expiring' : 'reconnect';
  return i18next.t(`notifications:words.${key}`, { channel, kind });
}

/** Goes to what the notification is about; undefined if it has no page. */
export function openerOf({ type, data }: Notice): (() => void) | undefined {
  const { conversation_id: id, seq } = data;
  if (typeof id === 'string') {
    const search = { seq: typeof seq === 'number' ? seq : undefined };
    return () => void router.navigate({ to: '/inbox/$view/$id', params: { view: 'all', id }, search });
  }
  return type.startsWith('channel.') ? () => void router.navigate({ to: '/settings/channels' }) : undefined;
}
