import i18next from 'i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import type { Message } from './thread-merge.ts';

/** Why a message was not sent and what to do, in the user's language. */
export function failureWords(error: NonNullable<Message['error']>): string {
  const translate = i18next.t as unknown as (key: string, options: Record<string, string>) => string;
  return translate(`messages:failures.${error.code}`, { defaultValue: errorWords(error) });
}
