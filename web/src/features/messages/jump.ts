import { useNavigate, useRouter } from '@tanstack/react-router';
import { useInboxPlace } from '#web/features/conversations/inbox-place.ts';
import { createStore } from '#web/lib/store.ts';
import type { Message } from './thread-merge.ts';

/** Counts repeated jumps to the message of the current address. Each one scrolls there again. */
export const repeatedJumps = createStore(0);

/** Returns a function that opens a conversation around the message with this `seq`. */
export function useJumpToMessage(): (conversationId: string, seq: number) => void {
  const place = useInboxPlace();
  const navigate = useNavigate();
  const { state } = useRouter();
  return (conversationId, seq) => {
    const { view, filters, id } = place();
    if (id === conversationId && state.location.search.seq === seq) return repeatedJumps.set(repeatedJumps.get() + 1);
    void navigate({ to: '/inbox/$view/$id', params: { view, id: conversationId }, search: { ...filters, seq } });
  };
}

/** The address that opens a conversation around this message. */
export const messageLink = ({ conversation_id, seq }: Message): string =>
  `${window.location.origin}/inbox/all/${conversation_id}?seq=${seq}`;
