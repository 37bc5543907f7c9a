import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { type ListQuery, VIEWS } from '../inbox-views.ts';
import { useCounts } from '../counts-query.ts';
import { ViewCount } from './view-count.tsx';
import classes from './views-pane.module.css';

const LabelViews = lazy(
  withMoreWords(() => import('./label-views.tsx').then(({ LabelViews: component }) => ({ default: component }))),
);

/** The views with their counts. Narrow screens show them as a menu above the list instead. */
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
      <Suspense>
        <LabelViews current={current} />
      </Suspense>
    </nav>
  );
}
