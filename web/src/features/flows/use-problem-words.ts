import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { PLATFORM_NAMES } from '#web/ui/platform-names.ts';
import type { FlowProblem } from './flows-queries.ts';

/** The words for a problem in the user's language; those of the server where the code has none here. */
export function useProblemWords(): (problem: FlowProblem) => string {
  const { t } = useTranslation('flows');
  const nameOfField = (field: string): string =>
    i18next.exists(`flows:problems.fields.${field}`) ? t(`problems.fields.${field as 'tag'}`) : field;
  return ({ code, message, details: { name = '', field, platform = '', limit, flow } = {} }) => {
    if (!i18next.exists(`flows:problems.codes.${code}`)) return message;
    return t(`problems.codes.${code as 'MISSING_FIELD'}`, {
      name,
      field: field && nameOfField(field),
      platform: Object.hasOwn(PLATFORM_NAMES, platform) ? PLATFORM_NAMES[platform as 'web'] : platform,
      limit,
      flow,
    });
  };
}
