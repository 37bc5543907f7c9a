import './waitlist-live.ts';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, dayHeading, instantOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { NewEntryDialog } from './components/new-entry-dialog.tsx';
import { WaitlistEntry } from './components/waitlist-entry.tsx';
import { WaitlistFilters } from './components/waitlist-filters.tsx';
import { waitlistGroups } from './waitlist-days.ts';
import { waitlistQuery } from './waitlist-queries.ts';
import classes from './waitlist-page.module.css';

const route = getRouteApi('/staff/calendar/waitlist');

/** Customers who wait for a free time, by day. */
export function WaitlistPage() {
  const { t } = useTranslation('waitlist');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(search.contact !== undefined);
  const close = () => {
    setAdding(false);
    void navigate({ search: { ...search, contact: undefined }, replace: true });
  };
  return (
    <TablePage
      title={t('title')}
      tabs={
        <Link to="/calendar" className={classes.back}>
          <IconArrowLeft size={18} aria-hidden />
          {t('back')}
        </Link>
      }
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <WaitlistFilters search={search} />
      <Groups />
      {isAdding && <NewEntryDialog contactId={search.contact} onClose={close} />}
    </TablePage>
  );
}

function Groups() {
  const { t } = useTranslation('waitlist');
  const search = route.useSearch();
  const time = useTimeSettings();
  const today = dateOf(useNow(), time);
  const { data: rows, error, refetch } = useQuery(waitlistQuery(search.state ?? 'open'));
  if (!rows) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  const groups = waitlistGroups(rows, search, today, time);
  if (groups.length === 0)
    return <EmptyState title={t(rows.length === 0 ? 'none' : 'noneFound')} text={t('noneHint')} />;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      {groups.map(({ date, rows: ofDate }) => {
        const heading = dayHeading(instantOf(date, '12:00', time).toISOString(), time);
        return (
          <section key={date} className={classes.group} aria-label={heading}>
            <h2 className={classes.heading}>{t('from', { date: heading })}</h2>
            <ul className={classes.rows}>
              {ofDate.map((row) => (
                <WaitlistEntry key={row._id} row={row} firstDate={date} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
