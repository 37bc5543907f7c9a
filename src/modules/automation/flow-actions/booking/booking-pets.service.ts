import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { BookableService } from '../../../booking/catalog/index.js';
import { MAX_PETS } from '../../../booking/engine/index.js';
import { type Pet, PetsService } from '../../../customers/pets/index.js';
import { ActionFailure } from '../action-failure.js';

/** Finds the pet that a flow books for. A flow does not guess: a wrong pet means a wrong time, price and person. */
@Injectable()
export class BookingPets {
  constructor(private readonly pets: PetsService) {}

  /**
   * The only pet of the contact that may have the service, as hex ids; none for a contact without pets.
   * @throws ActionFailure PETS_AMBIGUOUS | PET_NOT_ACCEPTED
   */
  async petIdsFor(scope: CompanyScope, contactId: Types.ObjectId, service: BookableService): Promise<string[]> {
    const { items } = await this.pets.listOfContact(scope, contactId, { limit: MAX_PETS });
    const fit = items.filter((pet) => isSpeciesOf(service, pet));
    if (items.length > 0 && fit.length === 0)
      throw new ActionFailure('PET_NOT_ACCEPTED', `${service.name} is not for any pet of this customer`);
    if (fit.length > 1) {
      const names = fit.map(({ name }) => name).join(', ');
      throw new ActionFailure('PETS_AMBIGUOUS', `A person has to ask which pet ${service.name} is for: ${names}`);
    }
    return fit.map(({ _id }) => _id.toHexString());
  }
}

/** A pet of unknown species counts as accepted. */
function isSpeciesOf({ accepted_species }: BookableService, { species }: Pet): boolean {
  const word = species?.trim().toLowerCase();
  return !word || accepted_species.length === 0 || accepted_species.some((one) => one.trim().toLowerCase() === word);
}
