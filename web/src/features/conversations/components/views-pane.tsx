import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ListQuery, VIEWS } from '../inbox-views.ts';
import { type ViewCounts, useCounts } from '../counts-query.ts';
import classes from './views-pane.module.css';

/** The ready-made views with their counts. Narrow screens show them as a menu above the list instead. */
export function ViewsPane({ current }: { current: ListQuery }) {
  const { t } = useTranslation('inbox');
  const counts = useCounts();
  return (
    <nav className={classes.pane} aria-label={t('views.title')}>
      <h1 className={classes.title}>{t('title')}</h1>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/inbox/$view"
          params={{ view }}
          search={{}}
          className={classes.view}
          aria-current={view === current.view ? 'page' : undefined}
          data-active={view === current.view || undefined}
        >
          <span>{t(`views.${view}`)}</span>
          <ViewCount count={view === 'snoozed' || view === 'resolved' ? undefined : counts?.[view]} />
        </Link>
      ))}
    </nav>
  );
}

function ViewCount({ count }: { count: ViewCounts[string] | undefined }) {
  if (!count) return null;
  return (
    <span className={classes.count} data-unread={count.unread > 0 || undefined}>
      {count.open}
    </span>
  );
}
