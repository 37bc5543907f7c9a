import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FlowProblem } from './flows-queries.ts';

/** The words for a problem in the user's language; those of the server where the code has none here. */
export function useProblemWords(): (problem: FlowProblem) => string {
  const { t } = useTranslation('flows');
  return ({ code, message }) =>
    i18next.exists(`flows:problems.codes.${code}`) ? t(`problems.codes.${code as 'MISSING_FIELD'}`) : message;
}
