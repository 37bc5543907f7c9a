import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { BookableService } from '../../../booking/catalog/index.js';
import { PetBulkService } from '../../../customers/pets/index.js';
import { isSpeciesOf } from '../../flow-actions/index.js';
import type { ToolContext } from '../facts/facts.types.js';
import { OwnedByCustomer } from './owned.service.js';
import { ToolFailure } from './tool-failure.js';

/** Finds the pet that a service is for. The assistant does not guess: a wrong pet means a wrong time, price and person. */
@Injectable()
export class ServedPets {
  constructor(
    private readonly pets: PetBulkService,
    private readonly owned: OwnedByCustomer,
  ) {}

  /**
   * The hex id of the chosen pet or, if none is chosen, of the only one that may have the service; null for a contact without pets.
   * @throws ToolFailure UNKNOWN_ALIAS | NOT_ALLOWED for a pet that may not have the service, and where it is not clear which one comes
   */
  async petFor(
    scope: CompanyScope,
    context: ToolContext,
    service: BookableService,
    chosen: string | null,
  ): Promise<string | null> {
    if (chosen !== null) {
      const pet = await this.owned.pet(scope, context, chosen);
      if (isSpeciesOf(service, pet)) return pet._id.toHexString();
      throw new ToolFailure('NOT_ALLOWED', `${service.name} is not for ${pet.name}`);
    }
    const own = await this.pets.ofContacts(scope, [context.contact_id]);
    const [only, ...others] = own.filter((pet) => isSpeciesOf(service, pet));
    if (own.length === 0) return null;
    if (only && others.length === 0) return only._id.toHexString();
    throw new ToolFailure(
      'NOT_ALLOWED',
      only
        ? `${service.name} may be for several pets of the customer`
        : `${service.name} is for no pet of the customer`,
    );
  }
}
