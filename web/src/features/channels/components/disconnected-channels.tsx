import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { disconnectedChannelsQuery } from '../channels-queries.ts';
import { ConnectAgainButton } from './connect-again-button.tsx';

/** Channels that were disconnected, each with a button that connects it again. Nothing without such channels. */
export function DisconnectedChannels() {
  const { t } = useTranslation('channels');
  const { data: channels } = useQuery(disconnectedChannelsQuery);
  if (!channels?.length) return null;
  return (
    <Card title={t('disconnected.title')} text={t('disconnected.text')}>
      <RowList empty="">
        {channels.map((channel) => (
          <li key={channel._id}>
            <span>
              <strong>{channel.name}</strong>
              <small>{t(`list.platforms.${channel.platform}`)}</small>
            </span>
            <ConnectAgainButton channel={channel} />
          </li>
        ))}
      </RowList>
    </Card>
  );
}
