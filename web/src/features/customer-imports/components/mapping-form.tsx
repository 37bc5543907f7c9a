import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { FIELD_GROUPS } from '../import-fields.ts';
import { checkImport, type CustomerImport, type ImportField } from '../imports-queries.ts';
import classes from '../imports.module.css';

type Dates = CustomerImport['dates'];

/** Which field each column is. The server has made a suggestion. */
export function MappingForm({ source, onChecked }: { source: CustomerImport; onChecked: () => void }) {
  const { t } = useTranslation('imports');
  const [mapping, setMapping] = useState(source.mapping);
  const [dates, setDates] = useState(source.dates);
  const check = useMutation({ mutationFn: () => checkImport(source._id, { mapping, dates }), onSuccess: onChecked });
  const choose = (place: number, field: ImportField | null) =>
    setMapping(mapping.map((known, index) => (index === place ? field : known)));
  return (
    <Card title={t('map.title')} text={t('map.explained')}>
      <FormError error={check.error} />
      <ul className={classes.columns}>
        {source.columns.map((column, place) => (
          <li key={place}>
            <label>
              <strong>{column || t('map.unnamed', { number: place + 1 })}</strong>
              <FieldSelect
                kind={source.kind}
                value={mapping[place] ?? null}
                onChange={(field) => choose(place, field)}
              />
            </label>
            <small>
              {source.samples
                .map((cells) => cells[place])
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {source.kind !== 'services' && <DatesField value={dates} onChange={setDates} />}
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t('map.check')}
      </Button>
    </Card>
  );
}

function DatesField({ value, onChange }: { value: Dates; onChange: (dates: Dates) => void }) {
  const { t } = useTranslation('imports');
  return (
    <label className={classes.field}>
      {t('dates.title')}
      <select
        className={classes.select}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as Dates)}
      >
        <option value="day_first">{t('dates.dayFirst')}</option>
        <option value="month_first">{t('dates.monthFirst')}</option>
      </select>
    </label>
  );
}

function FieldSelect({
  kind,
  value,
  onChange,
}: {
  kind: CustomerImport['kind'];
  value: ImportField | null;
  onChange: (field: ImportField | null) => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <select
      className={classes.select}
      data-empty={value === null || undefined}
      value={value ?? ''}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? null : (chosen as ImportField))}
    >
      <option value="">{t('map.leaveOut')}</option>
      {FIELD_GROUPS[kind].map(({ group, fields }) => (
        <optgroup key={group} label={t(`groups.${group}`)}>
          {fields.map((field) => (
            <option key={field} value={`${group}.${field}`}>
              {t(`fields.${group}.${field}` as never)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
