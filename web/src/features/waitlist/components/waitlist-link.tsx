import '../waitlist-live.ts';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { waitlistCountsQuery } from '../waitlist-queries.ts';
import classes from './waitlist-link.module.css';

/** Leads to the waitlist, with the number of entries and open offers. */
export function WaitlistLink() {
  const { t } = useTranslation('waitlist');
  const { data: { waiting, offered } = { waiting: 0, offered: 0 } } = useQuery(waitlistCountsQuery);
  const count = waiting + offered;
  return (
    <Link to="/calendar/waitlist" className={classes.link} aria-label={t('open', { count })} title={t('title')}>
      <IconHourglass size={18} stroke={1.75} aria-hidden />
      <span className={classes.name}>{t('title')}</span>
      {count > 0 && <span className={classes.count}>{count}</span>}
      {offered > 0 && <span className={classes.offers}>{t('offers', { count: offered })}</span>}
    </Link>
  );
}
