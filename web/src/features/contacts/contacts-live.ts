import { appointmentKeys } from '#web/features/appointments/appointments-queries.ts';
import { petKeys } from '#web/features/pets/pets-queries.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { contactListKeys } from './contact-list-queries.ts';
import { contactKeys } from './contacts-queries.ts';

/** Reads the data of a contact again when the contact, its pets or its conversations change. Call it once. */
export function followContacts(): void {
  onEvent('contact:updated', ({ contactId }) => {
    invalidateSoon(contactKeys.all(contactId));
    invalidateSoon(contactListKeys.all);
    // A merge brings pets and appointments.
    invalidateSoon(petKeys.ofContact(contactId));
    invalidateSoon(appointmentKeys.ofContact(contactId));
  });
  onEvent('conversation:updated', ({ conversation }) =>
    invalidateSoon(contactKeys.conversations(conversation.contact_id)),
  );
  onEvent('pet:updated', ({ contactId }) => {
    invalidateSoon(petKeys.ofContact(contactId));
    invalidateSoon(petKeys.lists);
    invalidateSoon(contactListKeys.all);
  });
  onEvent('clearance:updated', ({ petId }) => invalidateSoon(petKeys.clearances(petId)));
}
