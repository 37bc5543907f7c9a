import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Pet = Schemas['PetDto'];
export type Clearance = Schemas['PetClearanceDto'];

const PAGE_SIZE = 100;

export const petKeys = {
  /** The list of all pets, and the list of vaccinations. */
  lists: ['pet-lists'] as const,
  ofContact: (id: string) => ['pets', id] as const,
  clearances: (id: string) => ['pet-clearances', id] as const,
};

/** The pets of a contact, the newest first. */
export const usePets = (contactId: string) =>
  useQuery({
    queryKey: petKeys.ofContact(contactId),
    queryFn: async (): Promise<Pet[]> => {
      await liveReady();
      const params = { path: { id: contactId }, query: { limit: PAGE_SIZE } };
      return (await call(api.GET('/api/v1/contacts/{id}/pets', { params }))).items;
    },
  });

/** The clearances of a pet: accepted proofs of vaccinations and passed evaluations. */
export const useClearances = (petId: string) =>
  useQuery({
    queryKey: petKeys.clearances(petId),
    queryFn: async (): Promise<Clearance[]> => {
      const params = { query: { pet_id: petId, limit: PAGE_SIZE } };
      return (await call(api.GET('/api/v1/pet-clearances', { params }))).items;
    },
  });

/** Puts a pet that was made or changed into the list of its contact. */
export function storePet(pet: Pet): void {
  queryClient.setQueryData<Pet[]>(petKeys.ofContact(pet.contact_id), (pets) => {
    if (!pets?.some(({ _id }) => _id === pet._id)) return [pet, ...(pets ?? [])];
    return pets.map((known) => (known._id === pet._id && known.version <= pet.version ? pet : known));
  });
}
