import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resourcesQuery } from '#web/features/resources/resources-queries.ts';
import { useUserName } from '#web/features/users/users-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { EditableRow } from '#web/ui/editable-row.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { SecretOnce } from '#web/ui/secret-once.tsx';
import { type CalendarFeed, calendarFeedsQuery, deleteCalendarFeed } from './calendar-feeds-queries.ts';
import { CalendarFeedForm } from './components/calendar-feed-form.tsx';

/** Addresses at which calendar programs read appointments. */
export function CalendarFeedsPage() {
  const { t } = useTranslation('settings');
  const { data: me } = useQuery(meQuery);
  const { data: feeds = [], error } = useQuery(calendarFeedsQuery);
  const [made, setMade] = useState<Schemas['CreatedCalendarFeedDto']>();
  return (
    <Page title={t('pages.calendarFeeds')} text={t('calendarFeeds.text')}>
      {made && <SecretOnce label={t('calendarFeeds.made')} secret={made.url} onDone={() => setMade(undefined)} />}
      <Card title={t('calendarFeeds.list')}>
        <FormError error={error} />
        <RowList empty={t('calendarFeeds.none')}>
          {feeds.map((feed) => (
            <FeedRow key={feed._id} feed={feed} />
          ))}
        </RowList>
      </Card>
      {me && !made && (
        <Card title={t('calendarFeeds.add')}>
          <CalendarFeedForm userId={me._id} onMade={setMade} />
        </Card>
      )}
    </Page>
  );
}

function FeedRow({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation('settings');
  const time = useTimeSettings();
  const name = useNameOf(feed);
  const maker = useUserName(feed.created_by);
  const { last_read_at: read } = feed;
  return (
    <EditableRow
      remove={{
        button: t('delete'),
        title: t('calendarFeeds.deleteOne', { name }),
        text: t('calendarFeeds.deleteText'),
        run: () => deleteCalendarFeed(feed._id),
      }}
    >
      <strong>{name}</strong>
      <small>
        {read ? t('calendarFeeds.read', { time: fullTime(read, time) }) : t('calendarFeeds.unread')}
        {maker && ` · ${t('calendarFeeds.maker', { person: maker })}`}
      </small>
    </EditableRow>
  );
}

function useNameOf({ kind, staff_id, resource_id }: CalendarFeed): string {
  const { t } = useTranslation('settings');
  const person = useUserName(staff_id);
  const { data: resources } = useQuery({ ...resourcesQuery, enabled: kind === 'resource' });
  if (kind === 'company') return t('calendarFeeds.company');
  const resource = resources?.find(({ _id }) => _id === resource_id);
  return person ?? resource?.name ?? t('calendarFeeds.gone');
}
