import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { useConversation } from '#web/features/conversations/conversations-queries.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { useThread } from '../messages-queries.ts';
import { usePending } from '../sending.ts';
import { firstUnreadSeq, threadEntries, type Unread } from '../thread-entries.ts';
import { stillPending, type Thread } from '../thread-merge.ts';
import { Announcer } from './announcer.tsx';
import { ThreadList } from './thread-list.tsx';
import classes from './thread-list.module.css';

/** The messages of a conversation, the newest at the end. Mount it anew for each opening. */
export function ThreadMessages({ id }: { id: string }) {
  const { data: row } = useConversation(id);
  const { data: thread, error, refetch } = useThread(id);
  if (error && !thread) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!row || !thread) return <div className={classes.box} />;
  return <LoadedThread row={row} thread={thread} />;
}

function LoadedThread({ row, thread: { messages, olderCursor } }: { row: Row; thread: Thread }) {
  const time = useTimeSettings();
  const pending = usePending();
  const { data: me } = useQuery(meQuery);
  const hasOlder = olderCursor !== null;
  // The line "New" stays where it was when the thread was opened.
  const [unread] = useState<Unread>({ count: row.unread_count, upToSeq: row.last_seq });

  const entries = useMemo(() => {
    const ofThread = pending.filter(({ conversation_id }) => conversation_id === row._id);
    return threadEntries({
      messages,
      pending: stillPending(ofThread, messages),
      hasOlder,
      unreadSeq: firstUnreadSeq(messages, unread),
      time,
    });
  }, [messages, pending, row._id, hasOlder, unread, time]);

  return (
    <>
      <ThreadList id={row._id} entries={entries} hasOlder={hasOlder} me={me?._id ?? ''} />
      <Announcer name={row.contact.full_name} messages={messages} />
    </>
  );
}
