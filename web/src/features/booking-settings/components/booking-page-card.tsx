import { Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { bookingPageAddress } from '../booking-page-address.ts';
import type { SettingsDraft } from '../settings-draft.ts';
import classes from './settings-form.module.css';

/** The page on which customers book themselves. */
export function BookingPageCard({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation('booking');
  const { data: company } = useQuery(companyQuery);
  const { public_page, public_approval } = form.values;
  const toggle = (
    field: 'public_page' | 'public_approval' | 'show_staff_names' | 'contact_check' | 'hide_dead_gaps',
  ) => (
    <Switch
      {...form.getInputProps(field, { type: 'checkbox' })}
      className={classes.switch}
      size="md"
      label={t(`page.${field}`)}
      description={t(`page.hints.${field}`)}
    />
  );
  const number = (field: 'request_hours' | 'hold_minutes' | 'holds_per_visitor', unit: string) => (
    <TextInput
      {...form.getInputProps(field)}
      label={t(`page.${field}`)}
      inputMode="numeric"
      rightSection={unit}
      rightSectionWidth={44}
    />
  );
  return (
    <Card title={t('page.title')} text={t('page.text')}>
      {company && <code className={classes.address}>{bookingPageAddress(company)}</code>}
      {toggle('public_page')}
      {public_page && (
        <>
          {toggle('public_approval')}
          {public_approval && <Fields>{number('request_hours', 'h')}</Fields>}
          {toggle('show_staff_names')}
          {toggle('contact_check')}
          {toggle('hide_dead_gaps')}
          <Fields>
            {number('hold_minutes', t('minutesShort'))}
            {number('holds_per_visitor', '')}
          </Fields>
        </>
      )}
    </Card>
  );
}
