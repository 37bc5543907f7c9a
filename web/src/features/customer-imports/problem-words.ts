import i18next from 'i18next';
import type { Schemas } from '#web/lib/api/client.ts';

type Problem = Schemas['RowProblemDto'];

const translate = (keys: string[], options: Record<string, string>): string =>
  (i18next.t as unknown as (keys: string[], options: Record<string, string>) => string)(keys, options);

/** What is wrong with a row, in the user's language; the API's own English words where the code has none here. */
export function problemWords({ code, message, details = {} }: Problem): string {
  const keys = [
    ...(details['rule'] ? [`bookingPanel:refused.rules.${details['rule']}`] : []),
    ...(details['field'] ? [`common:refused.${details['field']}`] : []),
    `imports:problems.${code}`,
  ];
  return translate(keys, { ...details, defaultValue: message });
}
