import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** The words for the code of an error in the user's language. Without words: those of the server, or the text as it is. */
export function useRunErrorWords(): (code: string, message?: string) => string {
  const { t } = useTranslation('flowRuns');
  return (code, message = code) =>
    i18next.exists(`flowRuns:errors.${code}`) ? t(`errors.${code as 'NOT_FOUND'}`) : message;
}
