import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { SaveBar } from '#web/ui/save-bar.tsx';
import { newScheduleDraft, scheduleDraft, type ScheduleDraft, scheduleProblems, type Week } from '../schedule-draft.ts';
import type { Schedule } from '../schedules-queries.ts';
import { DatesCard } from './dates-card.tsx';
import classes from './schedule-form.module.css';
import { WeekFields } from './week-fields.tsx';

interface ScheduleFormProps {
  name: string;
  /** Left out: the person has no hours yet. */
  schedule: Schedule | undefined;
  save: (draft: ScheduleDraft) => Promise<void>;
}

/** The weekly hours of a person, and single days with other hours. */
export function ScheduleForm({ name, schedule, save }: ScheduleFormProps) {
  const { t } = useTranslation('schedules');
  const [stored] = useState(() => (schedule ? scheduleDraft(schedule) : newScheduleDraft()));
  const [draft, setDraft] = useState(stored);
  const [isChecked, setChecked] = useState(false);
  const problems = isChecked ? scheduleProblems(draft) : {};
  const saving = useMutation({ mutationFn: save });
  const change = (fields: Partial<ScheduleDraft>) => setDraft({ ...draft, ...fields });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(scheduleProblems(draft)).length === 0) saving.mutate(draft);
  };
  const week = (which: Week) => (
    <WeekFields
      week={draft.weeks[which]}
      onChange={(days) => change({ weeks: { ...draft.weeks, [which]: days } })}
      problemOf={(day) => problems[`${which}.${day}`]}
    />
  );
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <Card title={t('bookable.title')}>
        <Switch
          size="md"
          checked={draft.bookable}
          onChange={({ currentTarget }) => change({ bookable: currentTarget.checked })}
          label={t('bookable.label', { name })}
          description={t('bookable.hint')}
        />
      </Card>
      <Card title={t(draft.alternates ? 'weekA' : 'week')} text={t('weekHint')}>
        {week('A')}
        <Switch
          size="md"
          checked={draft.alternates}
          onChange={({ currentTarget: { checked } }) =>
            change({ alternates: checked, ...(checked && { weeks: { A: draft.weeks.A, B: draft.weeks.A } }) })
          }
          label={t('alternates')}
          description={t('alternatesHint')}
        />
      </Card>
      {draft.alternates && (
        <Card title={t('weekB')}>
          {week('B')}
          <TextInput
            type="date"
            label={t('weekAStarts')}
            description={t('weekAStartsHint')}
            value={draft.week_a_starts}
            onChange={({ currentTarget }) => change({ week_a_starts: currentTarget.value })}
            error={problems.week_a_starts && t(`problems.${problems.week_a_starts}`)}
          />
        </Card>
      )}
      <DatesCard
        dates={draft.dates}
        onChange={(dates) => change({ dates })}
        problemOf={(index) => problems[`dates.${index}`]}
      />
      <SaveBar
        save={t('save')}
        isPending={saving.isPending}
        isChanged={schedule === undefined || draft !== stored}
        hasProblems={Object.keys(problems).length > 0}
        error={saving.error}
        onDiscard={() => {
          setDraft(stored);
          setChecked(false);
          saving.reset();
        }}
      />
    </form>
  );
}
