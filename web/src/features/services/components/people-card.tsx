import '@mantine/core/styles/Radio.css';
import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { schedulesQuery } from '#web/features/staff-schedules/schedules-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import type { ServiceForm } from './form-types.ts';
import { OwnTerms } from './own-terms.tsx';
import classes from './people-card.module.css';

/** Who does the work, and who does it in an own time or for an own price. */
export function PeopleCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const colleagues = useColleagues();
  const { data: schedules = [] } = useQuery(schedulesQuery);
  const { require_staff, hasChosenStaff, staff_ids } = form.values;
  const isBookable = (id: string): boolean => schedules.some((one) => one.staff_id === id && one.bookable);
  const choice = require_staff ? (hasChosenStaff ? 'chosen' : 'anybody') : 'nobody';
  const choose = (value: string) =>
    form.setValues({ require_staff: value !== 'nobody', hasChosenStaff: value === 'chosen' });
  return (
    <Card title={t('people.title')}>
      <Radio.Group aria-label={t('people.title')} value={choice} onChange={choose} mb="md">
        {(['anybody', 'chosen', 'nobody'] as const).map((value) => (
          <Radio
            key={value}
            className={classes.choice}
            value={value}
            label={t(`people.choices.${value}`)}
            description={t(`people.hints.${value}`)}
          />
        ))}
      </Radio.Group>
      {choice === 'chosen' && (
        <ChoiceChips
          label={t('people.who')}
          choices={colleagues.map(({ _id, full_name }) => ({
            value: _id,
            label: isBookable(_id) ? full_name : t('people.withoutHours', { name: full_name }),
          }))}
          chosen={staff_ids}
          onChange={(ids) => form.setFieldValue('staff_ids', ids)}
          error={form.errors.staff_ids}
        />
      )}
      {require_staff && <OwnTerms form={form} />}
      <Link to="/settings/hours">{t('people.hours')}</Link>
    </Card>
  );
}
