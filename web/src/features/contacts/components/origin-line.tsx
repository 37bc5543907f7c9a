import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import classes from './origin-line.module.css';

/** Shows the ad or link by which the customer last came. */
export function OriginLine({ referral }: { referral: Row['last_referral'] }) {
  const { t } = useTranslation('contacts');
  const time = useTimeSettings();
  const now = useNow();
  if (!referral) return null;
  const { source, headline, ref, ad_id: adId, url, at } = referral;
  const isAd = source?.toLowerCase().startsWith('ad') ?? false;
  // On WhatsApp, the `ref` of an ad is only the long id of a click.
  const name = headline ?? (isAd ? adId : ref);
  return (
    <p className={classes.origin}>
      {t(isAd ? 'origin.ad' : 'origin.link')} {name && <b>{name}</b>}{' '}
      <time dateTime={at}>{listTime(at, time, now)}</time>{' '}
      {url && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('origin.open')}
        </a>
      )}
    </p>
  );
}
