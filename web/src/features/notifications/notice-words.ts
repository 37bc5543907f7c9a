import type { NavigateOptions } from '@tanstack/react-router';
import i18next from 'i18next';
import type { Notice } from './notifications-queries.ts';

export function noticeWords({ type, words }: Notice): string {
  const { author = '', contact = '', text = '', channel = '', kind = '' } = words;
  const name = author || i18next.t('notifications:somebody');
  if (type === 'mention') return i18next.t('notifications:words.mention', { name, contact, text });
  if (type === 'assignment') return i18next.t('notifications:words.assignment', { name, contact });
  if (type === 'waitlist.offered') return i18next.t('notifications:words.offer', { contact });
  if (type === 'flow.emergency') return i18next.t('notifications:words.emergency', { contact, text });
  if (type === 'assistant.budget_spent') return i18next.t('notifications:words.assistantBudget');
  const key = type === 'channel.token_expiring' ? 'expiring' : 'reconnect';
  return i18next.t(`notifications:words.${key}`, { channel, kind });
}

/** The page that a notification links to, if any. A waitlist offer links to a search for the customer. */
export function pageOf({ type, data, words }: Notice): NavigateOptions | undefined {
  const { conversation_id: id, seq } = data;
  if (typeof id === 'string') return conversationPage(id, typeof seq === 'number' ? seq : undefined);
  if (type === 'waitlist.offered') return { to: '/search', search: { q: words['contact'] } };
  if (type === 'assistant.budget_spent') return { to: '/assistant/settings' };
  return type.startsWith('channel.') ? { to: '/settings/channels' } : undefined;
}

export function conversationPage(id: string, seq?: number): NavigateOptions {
  return { to: '/inbox/$view/$id', params: { view: 'all', id }, search: { seq } };
}
