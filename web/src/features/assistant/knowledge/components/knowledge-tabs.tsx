import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '#web/features/assistant/components/assistant-page.module.css';

/** Links between the articles and the questions without an answer. */
export function KnowledgeTabs() {
  const { t } = useTranslation('knowledge');
  return (
    <nav className={classes.subtabs} aria-label={t('tabs.label')}>
      <Link to="/assistant/knowledge" className={classes.tab} activeOptions={{ exact: true }}>
        {t('tabs.articles')}
      </Link>
      <Link to="/assistant/knowledge/gaps" className={classes.tab} activeOptions={{ exact: true }}>
        {t('tabs.gaps')}
      </Link>
    </nav>
  );
}
