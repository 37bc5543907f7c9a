import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { useConversation } from '#web/features/conversations/conversations-queries.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { useThread } from '../messages-queries.ts';
import { usePending } from '../sending.ts';
import { firstUnreadSeq, threadEntries, type Unread } from '../thread-entries.ts';
import { stillPending } from '../thread-merge.ts';
import { liveEnd, type Thread, windowAt } from '../thread-windows.ts';
import { type Opening, useOpening } from '../use-opening.ts';
import { Announcer } from './announcer.tsx';
import { ThreadList } from './thread-list.tsx';
import classes from './thread-list.module.css';

/** The messages of a conversation, the newest last. Mount one for each conversation. */
export function ThreadMessages({ id }: { id: string }) {
  const { data: row } = useConversation(id);
  const { data: thread, error, refetch } = useThread(id);
  const { opening, error: windowError, refetch: refetchWindow } = useOpening(id, thread);
  if (error && !thread) return <Failure error={error} onRetry={() => void refetch()} />;
  if (windowError) return <Failure error={windowError} onRetry={() => void refetchWindow()} />;
  if (!row || !thread || !opening) return <div className={classes.box} />;
  return <LoadedThread row={row} thread={thread} opening={opening} />;
}

function LoadedThread({ row, thread, opening }: { row: Row; thread: Thread; opening: Opening }) {
  const time = useTimeSettings();
  const allPending = usePending();
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  // The line "New" stays where it was when the conversation was opened.
  const [unread] = useState<Unread>({ count: row.unread_count, upToSeq: row.last_seq });
  const live = liveEnd(thread);
  const shown = (opening.seq === undefined ? undefined : windowAt(thread, opening.seq)) ?? live;
  const pending = useMemo(
    () =>
      stillPending(
        allPending.filter(({ conversation_id }) => conversation_id === row._id),
        live.messages,
      ),
    [allPending, row._id, live.messages],
  );

  const entries = useMemo(() => {
    const isLive = shown === live;
    return threadEntries({
      messages: shown.messages,
      pending: isLive ? pending : [],
      hasOlder: shown.olderCursor !== null,
      unreadSeq: isLive ? firstUnreadSeq(shown.messages, unread) : undefined,
      time,
    });
  }, [shown, live, pending, unread, time]);

  return (
    <>
      <ThreadList
        key={opening.count}
        id={row._id}
        entries={entries}
        shown={shown}
        live={live}
        lastPending={pending.at(-1)?.client_id}
        opening={opening}
        me={me?._id ?? ''}
        onLiveEnd={() => void navigate({ to: '.', search: (all) => ({ ...all, seq: undefined }), replace: true })}
      />
      <Announcer name={row.contact.full_name} messages={live.messages} />
    </>
  );
}
