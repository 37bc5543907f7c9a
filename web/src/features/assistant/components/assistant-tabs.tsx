import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './assistant-page.module.css';

/** Links between the pages of the assistant. */
export function AssistantTabs() {
  const { t } = useTranslation('assistant');
  return (
    <nav className={classes.tabs} aria-label={t('tabs.label')}>
      <Link to="/assistant" className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
        {t('tabs.overview')}
      </Link>
      <Link to="/assistant/settings" className={classes.tab}>
        {t('tabs.settings')}
      </Link>
      <Link to="/assistant/prompts" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('tabs.prompts')}
      </Link>
      <Link to="/assistant/try" className={classes.tab} activeOptions={{ includeSearch: false }}>
        {t('tabs.try')}
      </Link>
      <Link to="/assistant/knowledge" className={classes.tab}>
        {t('tabs.knowledge')}
      </Link>
    </nav>
  );
}
