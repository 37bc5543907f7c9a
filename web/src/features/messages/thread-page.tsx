import { getRouteApi, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSidePanel } from '#web/features/contacts/use-side-panel.ts';
import { useConversation } from '#web/features/conversations/conversations-queries.ts';
import { Failure } from '#web/ui/failure.tsx';
import { Composer } from './components/composer.tsx';
import { ThreadHeader } from './components/thread-header.tsx';
import { ThreadMessages } from './components/thread-messages.tsx';
import { followMessages } from './messages-live.ts';
import classes from './thread-page.module.css';

followMessages();

const SidePanel = lazy(() =>
  import('#web/features/contacts/components/side-panel.tsx').then(({ SidePanel: component }) => ({
    default: component,
  })),
);

const route = getRouteApi('/staff/inbox/$view');

/** The open conversation: who it is with, what was said, and the field to answer. */
export function ThreadPage() {
  const { view } = route.useParams();
  const { id = '' } = useParams({ strict: false });
  const { data: row, error, refetch } = useConversation(id);
  const panel = useSidePanel(view, id);
  if (error && !row) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes.page}>
      {/* Under the page of the customer on a phone, the thread keeps its place but cannot be reached. */}
      <div className={classes.thread} inert={panel.isShown && panel.place === 'page'}>
        {row && <ThreadHeader row={row} view={view} panel={panel} />}
        <ThreadMessages key={`messages ${id}`} id={id} />
        {row && <Composer key={`composer ${id}`} row={row} />}
      </div>
      {row && panel.isShown && (
        <Suspense>
          <SidePanel key={row.contact_id} row={row} view={view} place={panel.place} onClose={panel.toggle} />
        </Suspense>
      )}
    </div>
  );
}
