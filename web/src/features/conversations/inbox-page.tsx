import { getRouteApi, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ConversationList } from './components/conversation-list.tsx';
import { ListHeader } from './components/list-header.tsx';
import { ViewsPane } from './components/views-pane.tsx';
import { inboxFilters } from './inbox-search.ts';
import { isLabelView, isView, type ListQuery } from './inbox-views.ts';
import { useHasSelection } from './selection.ts';
import { useViewName } from './use-view-name.ts';
import classes from './inbox-page.module.css';

const SelectionBar = lazy(
  withMoreWords(() =>
    import('./components/selection-bar.tsx').then(({ SelectionBar: component }) => ({ default: component })),
  ),
);

const IDLE_AFTER_MS = 300;

const loadThread = withMoreWords(() => import('#web/features/messages/thread-page.tsx'));

const route = getRouteApi('/staff/inbox/$view');

/** The inbox: views, the list, and the open conversation beside it. On a phone one of them at a time. */
export function InboxPage() {
  const { view: name } = route.useParams();
  const search = route.useSearch();
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const query: ListQuery = { view: isView(name) || isLabelView(name) ? name : 'all', ...inboxFilters(search) };
  const viewName = useViewName(query.view);
  const hasSelection = useHasSelection();
  const open = (next: string) =>
    void navigate({ to: '/inbox/$view/$id', params: { view: name, id: next }, search: inboxFilters });

  useEffect(loadThreadWhenIdle, []);

  return (
    <div className={classes.panes} data-open={id !== undefined || undefined}>
      <ViewsPane current={query} />
      <section className={classes.list} aria-label={viewName}>
        <div className={classes.head}>
          <ListHeader query={query} />
          {hasSelection && (
            <Suspense>
              <SelectionBar query={query} />
            </Suspense>
          )}
        </div>
        <ConversationList key={JSON.stringify(query)} query={query} openId={id} onOpen={open} />
      </section>
      <div className={classes.thread}>
        <Outlet />
      </div>
    </div>
  );
}

/** The first thread opens without waiting for its code. */
function loadThreadWhenIdle(): () => void {
  const load = () => void loadThread();
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(load, IDLE_AFTER_MS);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(load, { timeout: IDLE_AFTER_MS });
  return () => window.cancelIdleCallback(handle);
}

/** Stands in the place of the thread until one is chosen. */
export function NoThread() {
  const { t } = useTranslation('inbox');
  return <EmptyState title={t('noThread.title')} text={t('noThread.text')} />;
}
