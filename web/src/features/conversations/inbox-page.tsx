import { getRouteApi, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ConversationList } from './components/conversation-list.tsx';
import { ListHeader } from './components/list-header.tsx';
import { ViewsPane } from './components/views-pane.tsx';
import { inboxFilters } from './inbox-routes.ts';
import { isView, type ListQuery } from './inbox-views.ts';
import classes from './inbox-page.module.css';

const route = getRouteApi('/staff/inbox/$view');

/** The inbox: views, the list, and the open conversation beside it. On a phone one of them at a time. */
export function InboxPage() {
  const { view: name } = route.useParams();
  const search = route.useSearch();
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  const query: ListQuery = { view: isView(name) ? name : 'all', ...inboxFilters(search) };
  const open = (next: string) =>
    void navigate({ to: '/inbox/$view/$id', params: { view: name, id: next }, search: inboxFilters });

  return (
    <div className={classes.panes} data-open={id !== undefined || undefined}>
      <ViewsPane current={query} />
      <section className={classes.list} aria-label={query.view}>
        <ListHeader query={query} />
        <ConversationList key={JSON.stringify(query)} query={query} openId={id} onOpen={open} />
      </section>
      <div className={classes.thread}>
        <Outlet />
      </div>
    </div>
  );
}

/** Stands in the place of the thread until one is chosen. */
export function NoThread() {
  const { t } = useTranslation('inbox');
  return <EmptyState title={t('noThread.title')} text={t('noThread.text')} />;
}
