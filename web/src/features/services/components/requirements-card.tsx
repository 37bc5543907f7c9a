import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { resourcesQuery, resourceTypesQuery } from '#web/features/resources/resources-queries.ts';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { fittingTypes } from '../requirement-types.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';

/** The places and equipment that an appointment takes. */
export function RequirementsCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { data: types = [] } = useQuery(resourceTypesQuery);
  const { data: resources = [] } = useQuery(resourcesQuery);
  const { requirements, kind, steps } = form.values;
  const hasSteps = kind === 'timed' && steps.length > 0;
  const fitting = fittingTypes(types, kind);
  const [first] = fitting;
  return (
    <Card title={t('needs.title')} text={t(kind === 'timed' ? 'needs.text' : 'needs.stayText')}>
      {requirements.map(({ resource_type_id, resource_ids, segment }, index) => (
        <fieldset key={index} className={classes.row}>
          <legend className={classes.rowTitle}>{t('needs.one', { number: index + 1 })}</legend>
          <Fields>
            <NativeSelect
              {...form.getInputProps(`requirements.${index}.resource_type_id`)}
              label={t('needs.type')}
              data={types
                .filter((type) => fitting.includes(type) || type._id === resource_type_id)
                .map(({ _id, name }) => ({ value: _id, label: name }))}
              onChange={({ currentTarget: { value } }) =>
                form.setFieldValue(
                  'requirements',
                  requirements.map((one, place) =>
                    place === index ? { ...one, resource_type_id: value, resource_ids: [] } : one,
                  ),
                )
              }
            />
            <TextInput
              {...form.getInputProps(`requirements.${index}.quantity`)}
              label={t('needs.quantity')}
              inputMode="numeric"
            />
            {hasSteps && (
              <NativeSelect
                label={t('needs.during')}
                value={segment ?? ''}
                data={[
                  { value: '', label: t('needs.wholeVisit') },
                  ...steps.map(({ name }, step) => ({
                    value: String(step),
                    label: name.trim() || t('steps.one', { number: step + 1 }),
                  })),
                ]}
                onChange={({ currentTarget: { value } }) =>
                  form.setFieldValue(`requirements.${index}.segment`, value === '' ? null : Number(value))
                }
              />
            )}
          </Fields>
          <ChoiceChips
            label={t('needs.which')}
            hint={t('needs.whichHint')}
            choices={resources
              .filter((one) => one.resource_type_id === resource_type_id)
              .map(({ _id, name }) => ({ value: _id, label: name }))}
            chosen={resource_ids}
            onChange={(ids) => form.setFieldValue(`requirements.${index}.resource_ids`, ids)}
          />
          <div className={classes.rowEnd}>
            <Button
              variant="default"
              size="sm"
              onClick={() => form.removeListItem('requirements', index)}
              aria-label={t('needs.removeOne', { number: index + 1 })}
            >
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {first ? (
        <Button
          variant="default"
          size="sm"
          onClick={() =>
            form.insertListItem('requirements', {
              ...{ resource_type_id: first._id, quantity: '1', resource_ids: [], segment: null },
            })
          }
        >
          {t('needs.add')}
        </Button>
      ) : (
        <Link to="/settings/resources">{t('needs.noType')}</Link>
      )}
    </Card>
  );
}
