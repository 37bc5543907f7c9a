import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { type DateDraft, type DateKind, type ScheduleProblem, USUAL_WINDOW } from '../schedule-draft.ts';
import classes from './schedule-form.module.css';
import { WindowFields } from './window-fields.tsx';

const KINDS: readonly DateKind[] = ['off', 'replace', 'add', 'remove'];
const MAX_DATES = 400;

interface DatesCardProps {
  dates: readonly DateDraft[];
  onChange: (dates: DateDraft[]) => void;
  problemOf: (index: number) => ScheduleProblem | undefined;
}

/** Single days on which the person works other hours. */
export function DatesCard({ dates, onChange, problemOf }: DatesCardProps) {
  const { t } = useTranslation('schedules');
  const change = (index: number, fields: Partial<DateDraft>) =>
    onChange(dates.map((one, place) => (place === index ? { ...one, ...fields } : one)));
  const setKind = (index: number, kind: DateKind, { windows }: DateDraft) =>
    change(index, { kind, windows: kind === 'off' ? [] : windows.length > 0 ? windows : [USUAL_WINDOW] });
  return (
    <Card title={t('dates.title')} text={t('dates.text')}>
      {dates.map((date, index) => {
        const problem = problemOf(index);
        return (
          <div key={index} className={classes.date}>
            <TextInput
              type="date"
              label={t('dates.date')}
              value={date.date}
              onChange={({ currentTarget }) => change(index, { date: currentTarget.value })}
            />
            <NativeSelect
              label={t('dates.kind')}
              value={date.kind}
              data={KINDS.map((value) => ({ value, label: t(`dates.kinds.${value}`) }))}
              onChange={({ currentTarget }) => setKind(index, currentTarget.value as DateKind, date)}
            />
            <div className={classes.windows}>
              <WindowFields windows={date.windows} onChange={(windows) => change(index, { windows })} />
            </div>
            <Button
              variant="default"
              size="sm"
              onClick={() => onChange(dates.filter((_, place) => place !== index))}
              aria-label={t('dates.removeOne', { date: date.date })}
            >
              {t('dates.remove')}
            </Button>
            {problem && (
              <p className={classes.problem} role="alert">
                {t(`problems.${problem}`)}
              </p>
            )}
          </div>
        );
      })}
      <Button
        variant="default"
        size="sm"
        disabled={dates.length >= MAX_DATES}
        onClick={() => onChange([...dates, { date: '', kind: 'off', windows: [] }])}
      >
        {t('dates.add')}
      </Button>
    </Card>
  );
}
