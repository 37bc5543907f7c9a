import '@mantine/core/styles/Combobox.css';
import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '#web/lib/countries.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '#web/lib/i18n/i18n.ts';
import { TIME_ZONES } from '#web/lib/time/time-zones.ts';
import { Card } from '#web/ui/card.tsx';
import type { CompanyFields } from '../company-fields.ts';

export function RegionFields({ form }: { form: UseFormReturnType<CompanyFields> }) {
  const { t, i18n } = useTranslation('company');
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  return (
    <Card title={t('region.title')}>
      <NativeSelect
        {...form.getInputProps('country')}
        label={t('region.country')}
        description={t('region.countryHint')}
        data={[{ value: '', label: t('region.chooseCountry'), disabled: true }, ...countries]}
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('time_zone')}
        label={t('region.timeZone')}
        description={t('region.timeZoneHint')}
        data={TIME_ZONES}
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('currency')}
        label={t('region.currency')}
        description={t('region.currencyHint')}
        data={currencies}
        mb="md"
      />
      <NativeSelect
        {...form.getInputProps('locale')}
        label={t('region.language')}
        description={t('region.languageHint')}
        data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      />
    </Card>
  );
}

/** For instance `BRL · Brazilian Real`. */
function currencyChoices(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}
