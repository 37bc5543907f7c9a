import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactBulkService } from '../contacts/index.js';
import { PetBulkService } from '../pets/index.js';
import type { NumberedRow } from './import-kind.js';
import type { MakeContact } from './row-planner.service.js';
import type { ReadRow } from './row-reader.js';
import type { RowPlan } from './schemas/customer-import.schema.js';

/** Makes the contacts and pets of planned rows. A repeated call makes nothing twice. */
@Injectable()
export class RowApplierService {
  constructor(
    private readonly contacts: ContactBulkService,
    private readonly pets: PetBulkService,
  ) {}

  async apply(
    scope: CompanyScope,
    rows: readonly NumberedRow<ReadRow>[],
    plans: readonly RowPlan[],
    make: MakeContact,
  ): Promise<void> {
    const reads = new Map(rows.map(({ row, read }) => [row, read]));
    const newContacts = plans.flatMap(({ row, contact_id, is_new_contact }) => {
      const read = reads.get(row);
      return read && contact_id && is_new_contact ? [make(contact_id, read.contact)] : [];
    });
    await this.contacts.insertMissing(scope, newContacts);
    await this.addPets(scope, reads, plans);
    await this.addVaccinations(scope, plans);
  }

  private async addPets(
    scope: CompanyScope,
    reads: ReadonlyMap<number, NumberedRow<ReadRow>['read']>,
    plans: readonly RowPlan[],
  ): Promise<void> {
    const newPets = plans.flatMap(({ row, contact_id, pet_id, is_new_pet }) => {
      const pet = reads.get(row)?.pet;
      if (!pet || !contact_id || !pet_id || !is_new_pet) return [];
      return [{ ...pet, _id: pet_id, contact_id, vaccinations: vaccinationsOf(plans, pet_id) }];
    });
    const newContacts = new Set(plans.flatMap((plan) => (plan.is_new_contact ? [plan.contact_id?.toHexString()] : [])));
    await this.pets.insertMissing(scope, newPets, (contactId) => !newContacts.has(contactId.toHexString()));
  }

  private async addVaccinations(scope: CompanyScope, plans: readonly RowPlan[]): Promise<void> {
    const made = new Set(plans.flatMap((plan) => (plan.is_new_pet ? [plan.pet_id?.toHexString()] : [])));
    const changed = plans.filter(({ pet_id, vaccinations }) => pet_id && vaccinations.length > 0);
    const known = new Map(changed.flatMap(({ pet_id }) => (pet_id ? [[pet_id.toHexString(), pet_id]] : [])));
    for (const [hex, id] of known) {
      if (made.has(hex)) continue;
      await this.pets.addVaccinations(scope, id, vaccinationsOf(plans, id)).catch((error: unknown) => {
        // Somebody has deleted the pet in the meantime.
        if (!(error instanceof AppError)) throw error;
      });
    }
  }
}

const vaccinationsOf = (plans: readonly RowPlan[], petId: NonNullable<RowPlan['pet_id']>): RowPlan['vaccinations'] =>
  plans.filter(({ pet_id }) => pet_id?.equals(petId)).flatMap(({ vaccinations }) => vaccinations);
