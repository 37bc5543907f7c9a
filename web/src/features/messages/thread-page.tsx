import { getRouteApi, useParams } from '@tanstack/react-router';
import { useConversation } from '#web/features/conversations/conversations-queries.ts';
import { Failure } from '#web/ui/failure.tsx';
import { Composer } from './components/composer.tsx';
import { ThreadHeader } from './components/thread-header.tsx';
import { ThreadMessages } from './components/thread-messages.tsx';
import classes from './thread-page.module.css';

const route = getRouteApi('/staff/inbox/$view');

/** The open conversation: who it is with, what was said, and the field to answer. */
export function ThreadPage() {
  const { view } = route.useParams();
  const { id = '' } = useParams({ strict: false });
  const { data: row, error, refetch } = useConversation(id);
  if (error && !row) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes.thread}>
      {row && <ThreadHeader row={row} view={view} />}
      <ThreadMessages key={`messages ${id}`} id={id} />
      {row && <Composer key={`composer ${id}`} row={row} />}
    </div>
  );
}
