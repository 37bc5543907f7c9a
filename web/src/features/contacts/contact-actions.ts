import i18next from 'i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { type Contact, contactKeys, contactOf, readContact, storeContact } from './contacts-queries.ts';

export type ContactChange = Schemas['UpdateContactDto'];

/** Changes fields of a contact. @throws ApiError if the server refuses them */
export async function saveContact(id: string, change: ContactChange): Promise<void> {
  storeContact(await call(api.PATCH('/api/v1/contacts/{id}', { params: { path: { id } }, body: change })));
}

/** Sets or removes the VIP mark of a contact: shown at once, undone if the server refuses. */
export async function toggleVip(contact: Contact): Promise<void> {
  const change = { is_vip: !contact.is_vip };
  queryClient.setQueryData(contactKeys.contact(contact._id), { ...contact, ...change });
  try {
    await saveContact(contact._id, change);
  } catch (error) {
    await readAfterFailure(contact._id, error);
  }
}

/**
 * Saves notes over those that the writer began with.
 *
 * @returns the notes of a colleague that would be lost; undefined where the notes are saved
 * @throws ApiError where the server refuses them for another reason
 */
export async function saveNotes(id: string, notes: string, began: string): Promise<{ theirs: string } | undefined> {
  const contact = contactOf(id) ?? (await readContact(id));
  if ((contact.notes ?? '') !== began) return { theirs: contact.notes ?? '' };
  try {
    const header = { 'If-Match': `"${contact.version}"` };
    const params = { path: { id }, header };
    storeContact(
      await call(api.PATCH('/api/v1/contacts/{id}', { params, body: { notes: notes === '' ? null : notes } })),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    storeContact(await readContact(id));
    // A colleague may have changed another field than the notes.
    return saveNotes(id, notes, began);
  }
}

/** Adds a tag: shown at once, undone if the server refuses. */
export async function addTag(id: string, tag: string): Promise<void> {
  showTags(id, (tags) => [...new Set([...tags, tag])]);
  try {
    storeContact(
      await call(api.POST('/api/v1/contacts/{id}/tags', { params: { path: { id } }, body: { tags: [tag] } })),
    );
  } catch (error) {
    await readAfterFailure(id, error);
  }
}

/** Removes a tag: shown at once, undone if the server refuses. */
export async function removeTag(id: string, tag: string): Promise<void> {
  showTags(id, (tags) => tags.filter((one) => one !== tag));
  try {
    storeContact(
      await call(api.DELETE('/api/v1/contacts/{id}/tags', { params: { path: { id } }, body: { tags: [tag] } })),
    );
  } catch (error) {
    await readAfterFailure(id, error);
  }
}

function showTags(id: string, change: (tags: string[]) => string[]): void {
  const contact = contactOf(id);
  if (contact) queryClient.setQueryData(contactKeys.contact(id), { ...contact, tags: change(contact.tags) });
}

async function readAfterFailure(id: string, error: unknown): Promise<void> {
  toastError(error);
  await queryClient.invalidateQueries({ queryKey: contactKeys.contact(id) });
}

/** Moves everything of another contact to this one. The toast can undo it. @throws ApiError if the server refuses */
export async function mergeContacts(survivor: Contact, other: Contact): Promise<void> {
  const id = survivor._id;
  const { contact, merge } = await call(
    api.POST('/api/v1/contacts/{id}/merge', { params: { path: { id } }, body: { contact_id: other._id } }),
  );
  storeContact(contact);
  await renewAll();
  toast({
    message: i18next.t('contacts:merge.done', { name: other.full_name }),
    undo: () => void undoMerge(merge._id).catch(toastError),
  });
}

async function undoMerge(merge_id: string): Promise<void> {
  await call(api.POST('/api/v1/contacts/merges/{merge_id}/undo', { params: { path: { merge_id } } }));
  await renewAll();
  toast({ message: i18next.t('contacts:merge.undone') });
}

/** A merge moves conversations, pets and appointments between two contacts. */
async function renewAll(): Promise<void> {
  const moved = new Set(['contact', 'pets', 'appointments', 'conversation']);
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => moved.has(String(queryKey[0])) });
}
