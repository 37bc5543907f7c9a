import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type User, useColleagues } from '#web/features/users/users-queries.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { scheduleDraft } from './schedule-draft.ts';
import { type Schedule, schedulesQuery } from './schedules-queries.ts';
import { useHoursWords } from './use-hours-words.ts';
import { unitedWeek } from './week-hours.ts';

/** When each person works, and when customers can book. */
export function HoursPage() {
  const { t } = useTranslation('schedules');
  const { data: schedules, error } = useQuery(schedulesQuery);
  const people = useColleagues();
  const bookable = schedules?.filter((one) => one.bookable && people.some(({ _id }) => _id === one.staff_id));
  return (
    <Page title={t('title')} text={t('text')}>
      {bookable && <CustomerHours schedules={bookable} />}
      <Card title={t('people')}>
        <FormError error={error} />
        {schedules && (
          <RowList empty="">
            {people.map((person) => (
              <PersonRow
                key={person._id}
                person={person}
                schedule={schedules.find(({ staff_id }) => staff_id === person._id)}
              />
            ))}
          </RowList>
        )}
      </Card>
      <Link to="/settings/time-off">{t('toTimeOff')}</Link>
    </Page>
  );
}

/** The times in which at least one bookable person works. */
function CustomerHours({ schedules }: { schedules: readonly Schedule[] }) {
  const { t } = useTranslation('schedules');
  const wordsOf = useHoursWords();
  const weeks = schedules.map(scheduleDraft).flatMap(({ weeks: { A, B }, alternates }) => (alternates ? [A, B] : [A]));
  const lines = wordsOf(unitedWeek(weeks));
  return (
    <Card title={t('customer.title')} text={t(lines.length > 0 ? 'customer.text' : 'customer.none')}>
      {lines.length > 0 && (
        <RowList empty="">
          {lines.map((line) => (
            <li key={line}>
              <span>{line}</span>
            </li>
          ))}
        </RowList>
      )}
    </Card>
  );
}

function PersonRow({ person, schedule }: { person: User; schedule: Schedule | undefined }) {
  const { t } = useTranslation('schedules');
  const wordsOf = useHoursWords();
  const name = person.full_name || person.email;
  const draft = schedule && scheduleDraft(schedule);
  const lines = draft ? wordsOf(draft.weeks.A) : [];
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {!draft && <small data-tone="error">{t('none')}</small>}
        {draft && !draft.bookable && <small data-tone="error">{t('notBookable')}</small>}
        {draft?.alternates && <small>{t('alternating')}</small>}
        {draft && lines.length === 0 && <small>{t('noDay')}</small>}
        {lines.map((line) => (
          <small key={line}>{line}</small>
        ))}
      </span>
      <Button
        renderRoot={(props) => <Link {...props} to="/settings/hours/$userId" params={{ userId: person._id }} />}
        variant="default"
        size="sm"
        aria-label={t(draft ? 'changeOne' : 'setOne', { name })}
      >
        {t(draft ? 'change' : 'set')}
      </Button>
    </li>
  );
}
