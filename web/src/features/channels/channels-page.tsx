import '@mantine/core/styles/Alert.css';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { ChannelRow } from './components/channel-row.tsx';
import { ConnectButtons } from './components/connect-buttons.tsx';
import { ConnectChannelForm } from './components/connect-channel-form.tsx';
import { ConnectProgress } from './components/connect-progress.tsx';
import { DisconnectedChannels } from './components/disconnected-channels.tsx';
import { PracticeCard } from './components/practice-card.tsx';
import { WahaCard } from './components/waha-card.tsx';
import classes from './channels-page.module.css';
import { channelsQuery } from './channels-queries.ts';

/** The accounts by which customers write to the company. */
export function ChannelsPage() {
  const { t } = useTranslation(['channels', 'settings']);
  const { data: channels, error } = useQuery(channelsQuery);
  const isManager = useIsManager();
  const { connect, connect_error: returnError } = useSearch({ strict: false });
  return (
    <Page title={t('settings:pages.channels')} text={t('list.explained')}>
      {returnError && (
        <Alert color="red" role="alert" mb="md">
          {t(`logIn.returnErrors.${returnError as 'STATE_USED'}`)}
        </Alert>
      )}
      {connect && <ConnectProgress key={connect} id={connect} />}
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
      <DisconnectedChannels />
      <Card title={t('logIn.title')} text={t('logIn.text')}>
        <ConnectButtons />
        <details className={classes.experts}>
          <summary>{t('logIn.byToken')}</summary>
          <p>{t('connect.text')}</p>
          <ConnectChannelForm />
        </details>
      </Card>
      {isManager && <WahaCard />}
      <PracticeCard />
    </Page>
  );
}
