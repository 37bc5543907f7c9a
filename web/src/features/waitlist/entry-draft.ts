import type { WaitlistFields } from './waitlist-queries.ts';

/** The form of a new entry. Empty texts are left out of the request. */
export interface EntryDraft {
  petIds: string[];
  serviceId: string;
  staffId: string;
  first: string;
  last: string;
  from: string;
  to: string;
  nights: string;
  notes: string;
}

/** The request of the form. Hours do not count for a stay. */
export function entryFields(draft: EntryDraft, contact_id: string, isStay: boolean): WaitlistFields {
  const { petIds, serviceId, staffId, first, last, from, to, nights } = draft;
  const hours = isStay ? {} : { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const notes = draft.notes.trim();
  return {
    contact_id,
    pet_ids: petIds,
    service_id: serviceId,
    windows: [{ date_from: first, date_to: last || first, ...hours }],
    ...(staffId ? { staff_id: staffId } : {}),
    ...(isStay ? { nights: Number(nights) } : {}),
    ...(notes ? { notes } : {}),
  };
}
