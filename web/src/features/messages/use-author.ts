import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUserName } from '#web/features/users/users-queries.ts';
import { meQuery } from '#web/lib/session/session.ts';
import type { Message } from './thread-merge.ts';

/** Who wrote a message, in words; undefined for the customer. */
export function useAuthor(
  { kind, id, key_name: keyName, on_behalf: onBehalf }: Message['author'],
  isOurs: boolean,
): string | undefined {
  const { t } = useTranslation('messages');
  const { data: me } = useQuery(meQuery);
  const name = useUserName(id);
  const person = id !== null && id === me?._id ? t('you') : (name ?? keyName ?? t('colleague'));
  if (kind === 'user') return onBehalf ? t('author.onBehalf', { name: person }) : person;
  if (kind === 'bot' || kind === 'phone') return t(`author.${kind}`);
  return isOurs ? t('colleague') : undefined;
}
