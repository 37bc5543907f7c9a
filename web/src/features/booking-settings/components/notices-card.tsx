import { Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { SettingsDraft } from '../settings-draft.ts';
import classes from './settings-form.module.css';

/** The ways in which customers hear that an appointment is booked, changed or cancelled. */
export function NoticesCard({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation('booking');
  const toggle = (way: 'mail' | 'message') => (
    <Switch
      {...form.getInputProps(`customer_notices.${way}`, { type: 'checkbox' })}
      className={classes.switch}
      size="md"
      label={t(`notices.${way}`)}
      description={t(`notices.hints.${way}`)}
    />
  );
  return (
    <Card title={t('notices.title')} text={t('notices.text')}>
      {toggle('mail')}
      {toggle('message')}
    </Card>
  );
}
