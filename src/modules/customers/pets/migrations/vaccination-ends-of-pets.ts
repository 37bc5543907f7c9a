import type { Document, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';
import type { Vaccination } from '../schemas/pet.schema.js';
import { vaccinationEnds } from '../vaccination-ends.js';

export const vaccinationEndsOfPets: Migration = {
  name: 'pets have the days on which their vaccinations end',
  collection: 'pets',
  old: { vaccination_ends: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve((document: WithId<Document>) => {
      const stored = (document['vaccinations'] ?? []) as (Partial<Vaccination> & Pick<Vaccination, 'name'>)[];
      const vaccinations = stored.map(({ name, given_on = null, expires_on = null }) => ({
        name,
        given_on,
        expires_on,
      }));
      return { $set: { vaccination_ends: vaccinationEnds(vaccinations) } };
    }),
};
