import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { ChannelRow } from './components/channel-row.tsx';
import { ConnectChannelForm } from './components/connect-channel-form.tsx';
import { PracticeCard } from './components/practice-card.tsx';
import { channelsQuery } from './channels-queries.ts';

/** The accounts by which customers write to the company. */
export function ChannelsPage() {
  const { t } = useTranslation(['channels', 'settings']);
  const { data: channels, error } = useQuery(channelsQuery);
  return (
    <Page title={t('settings:pages.channels')} text={t('list.explained')}>
      <Card title={t('list.title')}>
        <FormError error={error} />
        {channels && (
          <RowList empty={t('none.title')}>
            {channels.map((channel) => (
              <ChannelRow key={channel._id} channel={channel} />
            ))}
          </RowList>
        )}
      </Card>
      <Card title={t('connect.title')} text={t('connect.text')}>
        <ConnectChannelForm />
      </Card>
      <PracticeCard />
    </Page>
  );
}
