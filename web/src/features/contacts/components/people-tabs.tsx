import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './people-tabs.module.css';

/** Links between the lists of contacts, pets and vaccinations. */
export function PeopleTabs() {
  const { t } = useTranslation('people');
  return (
    <nav className={classes.tabs} aria-label={t('lists')}>
      <Link to="/contacts" className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {t('contacts.title')}
      </Link>
      <Link to="/pets" className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {t('pets.title')}
      </Link>
      <Link to="/pets/vaccinations" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('vaccinations.title')}
      </Link>
    </nav>
  );
}
