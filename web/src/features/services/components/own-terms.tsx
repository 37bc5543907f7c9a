import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { Fields } from '#web/ui/fields.tsx';
import { visitMinutes } from '../service-body.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';
import { MoneyInput } from './money-input.tsx';

/** People with an own duration or price. */
export function OwnTerms({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const colleagues = useColleagues();
  const { own_terms, hasChosenStaff, staff_ids, kind } = form.values;
  const isTaken = (id: string): boolean => own_terms.some(({ staff_id }) => staff_id === id);
  const able = colleagues.filter(({ _id }) => !hasChosenStaff || staff_ids.includes(_id));
  const [next] = able.filter(({ _id }) => !isTaken(_id));
  const usual = { minutes: String(visitMinutes(form.values)), price: form.values.price };
  return (
    <section className={classes.part} aria-label={t('own.title')}>
      <h3 className={classes.partTitle}>{t('own.title')}</h3>
      <p className={classes.hint}>{t('own.text')}</p>
      {own_terms.map(({ staff_id }, index) => (
        <fieldset key={index} className={classes.row}>
          <legend className={classes.rowTitle}>{t('own.one', { number: index + 1 })}</legend>
          <Fields>
            <NativeSelect
              {...form.getInputProps(`own_terms.${index}.staff_id`)}
              label={t('own.person')}
              data={colleagues
                .filter(({ _id }) => _id === staff_id || (able.some((one) => one._id === _id) && !isTaken(_id)))
                .map(({ _id, full_name }) => ({ value: _id, label: full_name }))}
            />
            {kind === 'timed' && (
              <TextInput
                {...form.getInputProps(`own_terms.${index}.minutes`)}
                label={t('time.duration')}
                placeholder={usual.minutes}
                inputMode="numeric"
                rightSection={t('minutesShort')}
              />
            )}
            <MoneyInput
              {...form.getInputProps(`own_terms.${index}.price`)}
              label={t(`time.price.${kind}`)}
              placeholder={usual.price}
            />
          </Fields>
          <div className={classes.rowEnd}>
            <span />
            <Button
              variant="default"
              size="sm"
              onClick={() => form.removeListItem('own_terms', index)}
              aria-label={t('own.removeOne', { number: index + 1 })}
            >
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {next && (
        <Button
          variant="default"
          size="sm"
          onClick={() => form.insertListItem('own_terms', { staff_id: next._id, minutes: '', price: '' })}
        >
          {t('own.add')}
        </Button>
      )}
    </section>
  );
}
