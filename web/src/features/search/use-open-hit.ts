import { useOpenWithPanel } from '#web/features/contacts/use-side-panel.ts';
import { useJumpToMessage } from '#web/features/messages/jump.ts';
import type { Hit } from './search-lines.ts';

/** A contact can be without a conversation, and then there is nothing to open yet. */
export const canOpen = ({ found }: Hit): boolean => found.conversation_id !== null;

/** Returns a function that opens a result: a message in its conversation, or the customer's latest conversation. */
export function useOpenHit(): (hit: Hit) => void {
  const jump = useJumpToMessage();
  const openWithPanel = useOpenWithPanel();
  return ({ kind, found }) => {
    if (kind === 'messages') return jump(found.conversation_id, found.seq);
    if (found.conversation_id !== null) void openWithPanel(found.conversation_id);
  };
}
