import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Button, NativeSelect, Radio } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import {
  type CalendarChoice,
  calendarChoicesQuery,
  type Direction,
  DIRECTIONS,
  linkStaff,
  type StaffCalendar,
} from '../google-calendar-queries.ts';
import { Refusal } from './refusal.tsx';

interface StaffCalendarDialogProps {
  staffId: string;
  name: string;
  link: StaffCalendar | undefined;
  onClose: () => void;
}

/** Chooses the calendar of a person, and what goes in which direction. */
export function StaffCalendarDialog({ staffId, name, link, onClose }: StaffCalendarDialogProps) {
  const { t } = useTranslation(['googleCalendar', 'common']);
  const { data: choices, error } = useQuery(calendarChoicesQuery);
  const [calendarId, setCalendarId] = useState(link?.calendar_id ?? '');
  const [wanted, setWanted] = useState<Direction>(link?.direction ?? 'both');
  const calendar = choices?.find(({ id }) => id === calendarId);
  const isReadOnly = calendar?.can_write === false;
  const direction = isReadOnly ? 'pull' : wanted;
  const save = useMutation({
    mutationFn: () => linkStaff(staffId, { calendar_id: calendarId, direction }),
    onSuccess: onClose,
  });
  return (
    <CardDialog title={t('staff.calendarOf', { name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Refusal error={error ?? save.error} />
        <CalendarSelect choices={choices} value={calendarId} onChange={setCalendarId} />
        <Radio.Group
          label={t('staff.direction')}
          value={direction}
          onChange={(value) => setWanted(DIRECTIONS.find((one) => one === value) ?? wanted)}
          mb="md"
        >
          {DIRECTIONS.map((one) => (
            <Radio
              key={one}
              value={one}
              disabled={isReadOnly && one !== 'pull'}
              label={t(`directions.${one}`)}
              description={t(`directionHints.${one}`)}
              mt="sm"
            />
          ))}
        </Radio.Group>
        {isReadOnly && <p>{t('staff.readOnly')}</p>}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={calendarId === ''}>
            {t('staff.save')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}

interface CalendarSelectProps {
  choices: readonly CalendarChoice[] | undefined;
  value: string;
  onChange: (id: string) => void;
}

function CalendarSelect({ choices, value, onChange }: CalendarSelectProps) {
  const { t } = useTranslation('googleCalendar');
  const label = ({ name, is_primary, can_write }: CalendarChoice): string => {
    if (is_primary) return t('staff.primary', { name });
    return can_write ? name : t('staff.readOnlyName', { name });
  };
  return (
    <NativeSelect
      label={t('staff.calendar')}
      description={t('staff.calendarHint')}
      value={value}
      required
      disabled={!choices}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: t(choices ? 'staff.choose' : 'staff.loading') },
        ...(choices ?? []).map((one) => ({ value: one.id, label: label(one) })),
      ]}
      mb="md"
    />
  );
}
