import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { AccountCard } from './components/account-card.tsx';
import { ConflictsCard } from './components/conflicts-card.tsx';
import { ConnectCard } from './components/connect-card.tsx';
import { EditsCard } from './components/edits-card.tsx';
import { NotSetUpCard } from './components/not-set-up-card.tsx';
import { ReturnNote } from './components/return-note.tsx';
import { StaffCard } from './components/staff-card.tsx';
import { type GoogleCalendar, googleCalendarQuery } from './google-calendar-queries.ts';

type SyncTimes = Readonly<Record<string, string | null>>;

/** Connects the appointments of the staff with calendars at Google. */
export function GoogleCalendarPage() {
  const { t } = useTranslation('googleCalendar');
  // The last synchronisations when somebody asked for a new one.
  const [before, setBefore] = useState<SyncTimes>({});
  const isWaiting = ({ state, staff }: GoogleCalendar): boolean =>
    state === 'connected' &&
    staff.some(
      ({ staff_id, last_synced_at, error }) => error === null && last_synced_at === (before[staff_id] ?? null),
    );
  const { data: calendar, error, refetch } = useQuery(googleCalendarQuery(isWaiting));
  if (error && !calendar) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('title')} text={t('text')}>
      <ReturnNote />
      {calendar && !calendar.is_configured && <NotSetUpCard />}
      {calendar?.is_configured && calendar.state === 'disconnected' && <ConnectCard />}
      {calendar?.is_configured && calendar.state !== 'disconnected' && (
        <>
          <AccountCard
            calendar={calendar}
            isSyncing={isWaiting(calendar)}
            onSync={() => setBefore(timesOf(calendar))}
          />
          <StaffCard calendar={calendar} />
          <ConflictsCard />
          <EditsCard key={calendar.edits} edits={calendar.edits} />
        </>
      )}
    </Page>
  );
}

const timesOf = ({ staff }: GoogleCalendar): SyncTimes =>
  Object.fromEntries(staff.map(({ staff_id, last_synced_at }) => [staff_id, last_synced_at]));
