import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, MAX_PAGE_SIZE } from '../../../../core/tenancy/index.js';
import type { BookableService } from '../../../booking/catalog/index.js';
import { type Pet, PetsService } from '../../../customers/pets/index.js';
import type { OfferedPet } from '../../flow-core/index.js';
import { ActionFailure } from '../action-failure.js';

/** Finds the pet that a flow books for. A flow does not guess: a wrong pet means a wrong time, price and person. */
@Injectable()
export class BookingPets {
  constructor(private readonly pets: PetsService) {}

  /**
   * The hex id of the chosen pet, or of the only one that may have the service; undefined for a contact without pets.
   * @param chosen a pet that is gone, or that may not have the service, counts as not chosen
   * @throws ActionFailure PETS_AMBIGUOUS with the pets | PET_NOT_ACCEPTED
   */
  async petFor(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    service: BookableService,
    chosen: string | null,
  ): Promise<string | undefined> {
    const { items } = await this.pets.listOfContact(scope, contactId, { limit: MAX_PAGE_SIZE });
    // The oldest first, as in the facts.
    const fit = items.filter((pet) => isSpeciesOf(service, pet)).reverse();
    if (items.length > 0 && fit.length === 0)
      throw new ActionFailure('PET_NOT_ACCEPTED', `${service.name} is not for any pet of this customer`);
    const [first, ...others] = fit;
    const pet = fit.find(({ _id }) => _id.toHexString() === chosen) ?? first;
    if (others.length > 0 && pet?._id.toHexString() !== chosen)
      throw new ActionFailure('PETS_AMBIGUOUS', `${service.name} may be for several pets`, offered(fit));
    return pet?._id.toHexString();
  }
}

/** A pet of unknown species counts as accepted. */
export function isSpeciesOf({ accepted_species }: BookableService, { species }: Pet): boolean {
  const word = species?.trim().toLowerCase();
  return !word || accepted_species.length === 0 || accepted_species.some((one) => one.trim().toLowerCase() === word);
}

/** Pets of one name are told apart by their species. */
function offered(pets: readonly Pet[]): OfferedPet[] {
  return pets.map(({ _id, name, species }) => {
    const isOnly = pets.filter((other) => other.name === name).length === 1;
    return { id: _id.toHexString(), label: isOnly || !species ? name : `${name} (${species})` };
  });
}
