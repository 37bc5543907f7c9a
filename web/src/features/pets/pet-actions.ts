import { api, call } from '#web/lib/api/client.ts';
import { fromForm, type PetForm } from './pet-form.ts';
import { type Pet, storePet } from './pets-queries.ts';

/** Makes or changes a pet. @throws ApiError 412 if a colleague changed the pet since the dialog was opened */
export async function savePet(contactId: string, pet: Pet | undefined, form: PetForm): Promise<Pet> {
  const body = fromForm(form);
  const saved = await (pet
    ? call(
        api.PATCH('/api/v1/pets/{id}', {
          params: { path: { id: pet._id }, header: { 'If-Match': `"${pet.version}"` } },
          body,
        }),
      )
    : call(api.POST('/api/v1/contacts/{id}/pets', { params: { path: { id: contactId } }, body })));
  storePet(saved);
  return saved;
}
