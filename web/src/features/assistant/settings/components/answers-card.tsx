import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { LANGUAGES, type SettingsDraft } from '../settings-draft.ts';
import classes from '../settings.module.css';

const MAX_PHONE_LENGTH = 32;

interface AnswersCardProps {
  form: UseFormReturnType<SettingsDraft>;
  /** Null before the first published version. */
  promptNumber: number | null;
}

/** How the assistant answers: languages, the wait for more messages, the phone for emergencies. */
export function AnswersCard({ form, promptNumber }: AnswersCardProps) {
  const { t } = useTranslation(['assistant', 'turns']);
  return (
    <Card title={t('answers.title')}>
      <ChoiceChips
        label={t('answers.languages')}
        hint={t('answers.languagesHint')}
        error={form.errors['languages']}
        choices={LANGUAGES.map((value) => ({ value, label: t(`turns:languages.${value}`) }))}
        chosen={form.values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages)}
      />
      <TextInput
        {...form.getInputProps('debounce')}
        label={t('answers.debounce')}
        description={t('answers.debounceHint')}
        inputMode="decimal"
        rightSection={t('answers.seconds')}
        className={classes.short}
        mb="md"
      />
      <TextInput
        {...form.getInputProps('emergency_phone')}
        label={t('answers.emergency')}
        description={t('answers.emergencyHint')}
        type="tel"
        maxLength={MAX_PHONE_LENGTH}
        mb="md"
      />
      <p className={classes.hint}>
        {promptNumber === null ? t('answers.noPrompt') : t('answers.prompt', { number: promptNumber })}{' '}
        <Link to="/assistant/prompts" className={classes.link}>
          {t('answers.toPrompts')}
        </Link>
      </p>
    </Card>
  );
}
