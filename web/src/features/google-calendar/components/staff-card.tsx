import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useColleagues, useUserName } from '#web/features/users/users-queries.ts';
import { age, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import classes from '../google-calendar.module.css';
import { type GoogleCalendar, type StaffCalendar, unlinkStaff } from '../google-calendar-queries.ts';
import { useGoogleWords } from '../use-google-words.ts';
import { StaffCalendarDialog } from './staff-calendar-dialog.tsx';

/** Who of the staff has which calendar. */
export function StaffCard({ calendar: { staff, state } }: { calendar: GoogleCalendar }) {
  const { t } = useTranslation('googleCalendar');
  const people = useColleagues().map(({ _id }) => _id);
  // Somebody who has left may still have a calendar for a moment.
  const ids = [...new Set([...people, ...staff.map(({ staff_id }) => staff_id)])];
  const isEditable = state === 'connected';
  return (
    <Card title={t('staff.title')} text={t('staff.text')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('staff.person')}</th>
            <th scope="col">{t('staff.calendar')}</th>
            <th scope="col">{t('staff.lastSync')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <StaffRow key={id} id={id} link={staff.find(({ staff_id }) => staff_id === id)} isEditable={isEditable} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface StaffRowProps {
  id: string;
  link: StaffCalendar | undefined;
  isEditable: boolean;
}

function StaffRow({ id, link, isEditable }: StaffRowProps) {
  const { t } = useTranslation('googleCalendar');
  const name = useUserName(id) ?? t('staff.gone');
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const close = () => setOpen(undefined);
  const removal = useMutation({ mutationFn: () => unlinkStaff(id), onError: toastError, onSettled: close });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {link ? (
          <>
            <span>{link.calendar_name}</span>
            <small>{t(`directions.${link.direction}`)}</small>
          </>
        ) : (
          <span className={classes.dim}>{t('staff.none')}</span>
        )}
      </td>
      <td>{link && <SyncState link={link} />}</td>
      <td>
        <div className={classes.buttons}>
          {isEditable && (
            <Button
              variant="default"
              size="sm"
              onClick={() => setOpen('edit')}
              aria-label={t(link ? 'staff.changeOf' : 'staff.chooseFor', { name })}
            >
              {t(link ? 'staff.change' : 'staff.choose')}
            </Button>
          )}
          {link && (
            <Button
              variant="default"
              size="sm"
              onClick={() => setOpen('remove')}
              aria-label={t('staff.removeOf', { name })}
            >
              {t('staff.remove')}
            </Button>
          )}
        </div>
        {open === 'edit' && <StaffCalendarDialog staffId={id} name={name} link={link} onClose={close} />}
        {open === 'remove' && (
          <ConfirmDialog
            title={t('staff.removeOf', { name })}
            text={t('staff.removeText')}
            confirm={t('staff.remove')}
            isPending={removal.isPending}
            onConfirm={() => removal.mutate()}
            onClose={close}
          />
        )}
      </td>
    </tr>
  );
}

function SyncState({ link: { last_synced_at, error } }: { link: StaffCalendar }) {
  const { t } = useTranslation('googleCalendar');
  const { problem } = useGoogleWords();
  const time = useTimeSettings();
  const now = useNow();
  const ago = last_synced_at && age(Math.max(0, now - Date.parse(last_synced_at)), time);
  return (
    <>
      <span>{ago ? t('staff.ago', { ago }) : t('staff.never')}</span>
      {error !== null && <small data-tone="error">{problem(error)}</small>}
    </>
  );
}
