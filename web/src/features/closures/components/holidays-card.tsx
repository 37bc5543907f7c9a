import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { addHolidays, type HolidayPack } from '../closures-queries.ts';

/** The countries whose public holidays the API knows. */
const COUNTRIES: readonly HolidayPack['country'][] = ['BR', 'US', 'PT', 'GB'];

/** Closes on all public holidays of a year at once. */
export function HolidaysCard() {
  const { t, i18n } = useTranslation('timeOff');
  const { data: company } = useQuery(companyQuery);
  const thisYear = Number(dateOf(Date.now(), useTimeSettings()).slice(0, 4));
  const own = COUNTRIES.find((country) => country === company?.country) ?? 'BR';
  const [chosen, setChosen] = useState<Partial<HolidayPack>>({});
  const pack = { country: own, year: thisYear, ...chosen };
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const add = useMutation({
    mutationFn: () => addHolidays(pack),
    onSuccess: (count) => toast({ message: t('holidays.added', { count, year: pack.year }) }),
  });
  return (
    <Card title={t('holidays.title')} text={t('holidays.text')}>
      <FormError error={add.error} />
      <Fields>
        <NativeSelect
          label={t('holidays.country')}
          value={pack.country}
          data={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))}
          onChange={({ currentTarget }) => setChosen({ ...chosen, country: currentTarget.value as typeof own })}
        />
        <NativeSelect
          label={t('holidays.year')}
          value={String(pack.year)}
          data={[thisYear, thisYear + 1].map(String)}
          onChange={({ currentTarget }) => setChosen({ ...chosen, year: Number(currentTarget.value) })}
        />
      </Fields>
      <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
        {t('holidays.add')}
      </Button>
    </Card>
  );
}
