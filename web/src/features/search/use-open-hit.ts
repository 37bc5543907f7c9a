import { useNavigate } from '@tanstack/react-router';
import { useOpenWithPanel } from '#web/features/contacts/use-side-panel.ts';
import { useJumpToMessage } from '#web/features/messages/jump.ts';
import type { Hit } from './search-lines.ts';

/**
 * Returns a function that opens a result: a message in its conversation, the customer's latest conversation, or the page
 * of a customer who never wrote.
 */
export function useOpenHit(): (hit: Hit) => void {
  const jump = useJumpToMessage();
  const openWithPanel = useOpenWithPanel();
  const navigate = useNavigate();
  return ({ kind, found }) => {
    if (kind === 'messages') return jump(found.conversation_id, found.seq);
    if (found.conversation_id !== null) return void openWithPanel(found.conversation_id);
    const id = kind === 'contacts' ? found._id : found.contact_id;
    if (id !== null) void navigate({ to: '/contacts/$id', params: { id } });
  };
}
