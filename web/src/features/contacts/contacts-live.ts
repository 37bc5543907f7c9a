import { petKeys } from '#web/features/pets/pets-queries.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { contactKeys } from './contacts-queries.ts';

const READ_AGAIN_MS = 300;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Reads again what is shown of a contact when one of its conversations changes: that is how the API tells of it. */
export function followContacts(): void {
  onEvent('conversation:updated', ({ conversation }) => readAgainSoon(conversation.contact_id));
}

/** Many events, for example those of a merge, lead to one reading. */
function readAgainSoon(id: string): void {
  if (timers.has(id)) return;
  timers.set(
    id,
    setTimeout(() => {
      timers.delete(id);
      void queryClient.invalidateQueries({ queryKey: contactKeys.all(id) });
      void queryClient.invalidateQueries({ queryKey: petKeys.ofContact(id) });
    }, READ_AGAIN_MS),
  );
}
