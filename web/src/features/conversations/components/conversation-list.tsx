import { useEffect } from 'react';
import { Failure } from '#web/ui/failure.tsx';
import { useConversationList } from '../conversations-queries.ts';
import type { ListQuery } from '../inbox-views.ts';
import { clearSelection } from '../selection.ts';
import { ConversationRows } from './conversation-rows.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

interface ListProps {
  query: ListQuery;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

/** The conversations of a view. Mount one for each view: a selection ends with it. */
export function ConversationList({ query, openId, onOpen }: ListProps) {
  const { data: list, isPending, error, refetch } = useConversationList(query);
  useEffect(() => clearSelection, []);
  if (isPending) return <ListSkeleton />;
  if (error && !list) return <Failure error={error} onRetry={() => void refetch()} />;
  return <ConversationRows newest={list.ids} hasMore={list.nextCursor !== null} {...{ query, openId, onOpen }} />;
}
