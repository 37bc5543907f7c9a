import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type Clearance, KnownClearances, type Pet, PetBulkService } from '../../../customers/pets/index.js';

/** A pet with the proofs that staff have accepted in place of vaccinations. */
export interface CustomerPet {
  readonly pet: Pet;
  readonly clearances: readonly Clearance[];
}

@Injectable()
export class CustomerPets {
  constructor(
    private readonly pets: PetBulkService,
    private readonly clearances: KnownClearances,
  ) {}

  /** Two queries, or one for a contact without pets. The oldest first. */
  async ofContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<CustomerPet[]> {
    const pets = await this.pets.ofContacts(scope, [contactId]);
    const accepted = await this.clearances.ofPets(
      scope,
      pets.map(({ _id }) => _id),
    );
    return pets.map((pet) => ({ pet, clearances: accepted.get(pet._id.toHexString()) ?? [] }));
  }
}
