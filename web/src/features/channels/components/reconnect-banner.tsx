import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../channels-queries.ts';
import classes from './reconnect-banner.module.css';

/** Asks owners and managers to connect a channel again, because its messages wait. */
export function ReconnectBanner() {
  const { t } = useTranslation('channels');
  const { data: channels } = useQuery(channelsQuery);
  const refused = channels?.filter(({ state }) => state === 'needs_reconnect') ?? [];
  if (refused.length === 0) return null;

  const names = refused.map(({ name }) => name).join(', ');
  return (
    <div className={classes.banner} role="status">
      <span>{t('banner.text', { names })}</span>
      <Link to="/settings/channels">{t('banner.link')}</Link>
    </div>
  );
}
