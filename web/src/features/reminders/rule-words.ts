import { useTranslation } from 'react-i18next';
import { type RuleTime, timeOf } from './rule-draft.ts';
import type { RuleFields } from './reminders-queries.ts';

type Titled = Pick<RuleFields, 'kind'> & { [K in keyof RuleTime]?: number | null };

/** Words for rules: "Reminder, 24 hours before". */
export function useRuleWords(): { title: (rule: Titled) => string } {
  const { t } = useTranslation('reminders');
  return {
    title: (rule) => {
      const { amount, unit } = timeOf(rule);
      const isBefore = rule.kind === 'reminder' || rule.kind === 'vaccination';
      const time = t(`units.${unit}`, { count: amount });
      return `${t(`kinds.${rule.kind}`)}: ${t(isBefore ? 'before' : 'after', { time })}`;
    },
  };
}
