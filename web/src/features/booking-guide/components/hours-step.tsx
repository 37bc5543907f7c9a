import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WeekFields } from '#web/features/staff-schedules/components/week-fields.tsx';
import { newScheduleDraft, scheduleProblems, type Window } from '#web/features/staff-schedules/schedule-draft.ts';
import { putSchedule, type Schedule, schedulesQuery } from '#web/features/staff-schedules/schedules-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { sharedWeek, withWeek } from '../shared-week.ts';

interface HoursStepProps {
  /** The id of the user. */
  me: string;
  onDone: (week: Window[][]) => void;
}

/** When the company works, and who. */
export function HoursStep({ me, onDone }: HoursStepProps) {
  const { data: schedules, error } = useQuery(schedulesQuery);
  if (!schedules) return <FormError error={error} />;
  return <HoursForm me={me} schedules={schedules} onDone={onDone} />;
}

function HoursForm({ me, schedules, onDone }: HoursStepProps & { schedules: readonly Schedule[] }) {
  const { t } = useTranslation('guide');
  const colleagues = useColleagues();
  const [first] = useState(() => sharedWeek(schedules, me));
  const [week, setWeek] = useState(first.week);
  const [people, setPeople] = useState(first.people);
  const [isChecked, setChecked] = useState(false);
  const hasNoDay = week.every(({ length }) => length === 0);
  const problems = isChecked ? problemsOf(week) : {};
  const save = useMutation({
    mutationFn: async () => {
      for (const id of people) {
        const known = schedules.find(({ staff_id }) => staff_id === id);
        await putSchedule(id, known, withWeek(known, week));
      }
    },
    onSuccess: () => onDone(week),
  });
  const submit = () => {
    setChecked(true);
    if (people.length > 0 && !hasNoDay && Object.keys(problemsOf(week)).length === 0) save.mutate();
  };
  return (
    <Card title={t('hours.title')} text={t('hours.text')}>
      <FormError error={save.error} />
      <WeekFields week={week} onChange={setWeek} problemOf={(day) => problems[`A.${day}`]} />
      {isChecked && hasNoDay && <p role="alert">{t('problems.day')}</p>}
      <ChoiceChips
        label={t('hours.who')}
        hint={t('hours.whoHint')}
        choices={colleagues.map(({ _id, full_name, email }) => ({ value: _id, label: full_name || email }))}
        chosen={people}
        onChange={setPeople}
        error={isChecked && people.length === 0 && t('problems.people')}
      />
      <Button loading={save.isPending} onClick={submit}>
        {t('next')}
      </Button>
    </Card>
  );
}

const problemsOf = (week: Window[][]) => scheduleProblems({ ...newScheduleDraft(), weeks: { A: week, B: week } });
