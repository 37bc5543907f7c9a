import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../../customers/pets/index.js';
import {
  type GateOutcome,
  GatesService,
  type JudgedVisit,
  type PlannedVisit,
  type UnmetGates,
} from '../gates/gates.service.js';
import { petOfAnotherContact } from './booking.errors.js';

@Injectable()
export class BookingCustomersService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly gates: GatesService,
  ) {}

  /** @param id hex @throws AppError NOT_FOUND | CONTACT_MERGED */
  async getContactId(scope: CompanyScope, id: string): Promise<Types.ObjectId> {
    return (await this.contacts.getCurrent(scope, toObjectId(id, 'contact_id')))._id;
  }

  /** @throws AppError PET_OF_ANOTHER_CONTACT */
  assertPets(contactId: Types.ObjectId, pets: readonly Pet[]): void {
    if (pets.some(({ contact_id }) => !contact_id.equals(contactId))) throw petOfAnotherContact();
  }

  /** Judges the gates for every day of the appointment. @throws AppError GATE_FAILED | PET_OF_ANOTHER_CONTACT */
  async judgeGates(scope: CompanyScope, booking: JudgedVisit, contactId: Types.ObjectId): Promise<GateOutcome> {
    return this.gates.judge(scope, booking, contactId, await this.petsOf(scope, booking, contactId));
  }

  /** The gates that a visit would not meet. @throws AppError NOT_FOUND | CONTACT_MERGED | PET_OF_ANOTHER_CONTACT */
  async unmetGates(scope: CompanyScope, visit: PlannedVisit, contact: string): Promise<UnmetGates> {
    const contactId = await this.getContactId(scope, contact);
    return this.gates.unmetBy(scope, visit, contactId, await this.petsOf(scope, visit, contactId));
  }

  private async petsOf(
    scope: CompanyScope,
    { pet_ids }: Pick<JudgedVisit, 'pet_ids'>,
    contactId: Types.ObjectId,
  ): Promise<Pet[]> {
    const pets = pet_ids.length > 0 ? await this.pets.getMany(scope, pet_ids) : [];
    this.assertPets(contactId, pets);
    return pets;
  }
}
