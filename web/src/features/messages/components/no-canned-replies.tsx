import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './suggestion-list.module.css';

/** What a `/` shows in a company without canned replies. */
export function NoCannedReplies() {
  const { t } = useTranslation('messages');
  return (
    <p role="status" className={classes.none}>
      {t('noCannedReplies')}{' '}
      <Link to="/settings/canned-replies" className={classes.add}>
        {t('addCannedReply')}
      </Link>
    </p>
  );
}
