import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { saveFile } from '#web/lib/save-file.ts';
import { petKeys } from './pets-queries.ts';

export type PetRow = Schemas['PetRowDto'];
export type VaccinationEnd = Schemas['VaccinationEndDto'];

const PAGE_SIZE = 50;

/** All pets whose name, species or breed begin with these words, the newest first. */
export const petListQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...petKeys.lists, 'pets', q],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE_SIZE, ...(q === undefined ? {} : { q }), ...(cursor === null ? {} : { cursor }) };
      return call(api.GET('/api/v1/pets', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** The days of a list of vaccinations, both included. */
export interface EndRange {
  from?: string;
  until: string;
  order: 'soonest' | 'latest';
}

/** The vaccinations that end within these days. */
export const vaccinationEndsQuery = (range: EndRange) =>
  infiniteQueryOptions({
    queryKey: [...petKeys.lists, 'vaccination-ends', range],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...range, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
      return call(api.GET('/api/v1/pets/vaccination-ends', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Saves all pets as a CSV file. */
export async function exportPets(): Promise<void> {
  const csv = await call(api.GET('/api/v1/pets/export.csv', { parseAs: 'blob' }));
  saveFile(csv, 'pets.csv');
}
