import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '#web/features/contacts/components/people-tabs.module.css';

/** Links between the list of flows and the list of runs. */
export function FlowTabs() {
  const { t } = useTranslation('flowRuns');
  return (
    <nav className={classes.tabs} aria-label={t('list.tabs')}>
      <Link to="/flows" className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {t('list.flows')}
      </Link>
      <Link to="/flows/runs" className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {t('list.runs')}
      </Link>
    </nav>
  );
}
