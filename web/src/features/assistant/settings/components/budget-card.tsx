import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { costWords } from '#web/features/assistant/cost-words.ts';
import type { AssistantSettings } from '#web/features/assistant/assistant-types.ts';
import type { SettingsDraft } from '../settings-draft.ts';
import classes from '../settings.module.css';

interface BudgetCardProps {
  form: UseFormReturnType<SettingsDraft>;
  settings: AssistantSettings;
}

/** The most that the language model may cost in a month, and what it has cost so far. */
export function BudgetCard({ form, settings: { spent, budget } }: BudgetCardProps) {
  const { t } = useTranslation('assistant');
  const { locale } = useTimeSettings();
  const limits = [budget.monthly_cents, budget.installation_cents].filter((limit) => limit !== null);
  const most = limits.length > 0 ? Math.min(...limits) : null;
  const numbers = new Intl.NumberFormat(locale);
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const values = {
    spent: costWords(spent.cents, locale),
    most: costWords(most ?? 0, locale),
    trial: costWords(spent.trial_cents, locale),
    operator: costWords(budget.installation_cents ?? 0, locale),
    month: month.format(new Date(`${spent.month}-01T00:00:00Z`)),
  };
  const isSpent = most !== null && spent.cents >= most;
  return (
    <Card title={t('budget.title')} text={t('budget.text')}>
      <TextInput
        {...form.getInputProps('budget')}
        label={t('budget.monthly')}
        description={t('budget.monthlyHint')}
        placeholder={t('budget.none')}
        inputMode="decimal"
        leftSection="$"
        className={classes.short}
        mb="md"
      />
      <p className={classes.spent}>{t(most === null ? 'budget.spent' : 'budget.spentOf', values)}</p>
      {most !== null && (
        <meter
          className={classes.meter}
          data-spent={isSpent || undefined}
          min={0}
          max={Math.max(most, 1)}
          value={Math.min(spent.cents, most)}
          aria-label={t('budget.meter')}
        />
      )}
      {isSpent && <p className={classes.over}>{t('budget.over')}</p>}
      {spent.trial_cents > 0 && <p className={classes.hint}>{t('budget.trials', values)}</p>}
      {budget.installation_cents !== null && <p className={classes.hint}>{t('budget.operator', values)}</p>}
      <p className={classes.hint}>
        {t('budget.tokens', { input: numbers.format(spent.input_tokens), output: numbers.format(spent.output_tokens) })}
      </p>
    </Card>
  );
}
