import { type Clearance, currentVaccinations, type Pet } from '../../../customers/pets/index.js';
import type { PetFacts } from '../../flow-core/index.js';

/**
 * A pet with its vaccinations, by the rules of the list of vaccinations: the longest of each name, where a proof
 * that staff have accepted counts like a vaccination. One that is given later than `today` does not count yet.
 */
export function petFacts(pet: Pet, clearances: readonly Clearance[], today: string): PetFacts {
  const given = pet.vaccinations.filter(({ given_on }) => given_on === null || given_on <= today);
  const accepted = clearances.map(({ name, valid_until }) => ({ name, given_on: null, expires_on: valid_until }));
  const { _id, name, species, breed, weight_kg } = pet;
  const vaccinations = currentVaccinations([...given, ...accepted]);
  return {
    ...{ id: _id.toHexString(), name, species, breed, weight_kg },
    vaccinations: vaccinations.map(({ name: of, expires_on }) => ({ name: of, expires_on })),
  };
}
