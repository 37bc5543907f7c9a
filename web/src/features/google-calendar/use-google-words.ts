import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import type { ApiError } from '#web/lib/api/api-error.ts';

/** The problems of a calendar, as the API says them. Others are shown in its own words. */
const PROBLEMS = {
  'Connect the Google account again': 'reconnect',
  'Google does not accept the connection any more: connect the account again': 'reconnect',
  'Google has no such calendar any more; choose another one': 'gone',
  'Google asks to wait; it is tried again': 'wait',
  'The Google account may not do this with the calendar; check its sharing': 'forbidden',
  'Google does not answer; it is tried again': 'silent',
} as const;

/** Words for a problem of a calendar, and for an error of a request. */
export function useGoogleWords() {
  const { t } = useTranslation('googleCalendar');
  return {
    problem: (text: string): string => {
      const known = (PROBLEMS as Record<string, (typeof PROBLEMS)[keyof typeof PROBLEMS] | undefined>)[text];
      return known ? t(`problems.${known}`) : text;
    },
    refusal: (error: unknown): string => {
      const { code = '' } = (error ?? {}) as Partial<ApiError>;
      return t(`refusals.${code as 'GOOGLE_UNAVAILABLE'}`, { defaultValue: errorWords(error) });
    },
  };
}
