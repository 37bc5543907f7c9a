import i18next from 'i18next';
import type { ApiError } from './api-error.ts';

/** The words for an error in the user's language; the API's own English words where the code has none here. */
export function errorWords(error: unknown): string {
  const { code = 'UNKNOWN', message = '' } = (error ?? {}) as Partial<ApiError>;
  const translate = i18next.t as unknown as (key: string, options: { defaultValue: string }) => string;
  return translate(`common:errors.${code}`, { defaultValue: message });
}
