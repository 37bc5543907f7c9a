import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository, type StoredBooking } from '../../../booking/reservations/index.js';
import { type Contact, ContactsService } from '../../../customers/contacts/index.js';
import { type CustomerPet, CustomerPets } from '../../flow-actions/index.js';
import type { MemoryFact } from '../memory/memory-fact.schema.js';
import { MemoryRepository } from '../memory/memory.repository.js';

export interface CustomerRead {
  readonly contact: Pick<Contact, 'full_name' | 'is_name_placeholder' | 'phone' | 'email'>;
  /** The oldest first. */
  readonly pets: readonly CustomerPet[];
  /** Confirmed and not begun, by start. */
  readonly appointments: readonly StoredBooking[];
  readonly memory: readonly MemoryFact[];
}

/** A person without a contact. */
const NOBODY: CustomerRead = {
  contact: { full_name: '', is_name_placeholder: true, phone: null, email: null },
  pets: [],
  appointments: [],
  memory: [],
};

/** Reads what belongs to one contact. */
@Injectable()
export class CustomerReads {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: CustomerPets,
    private readonly appointments: AppointmentsRepository,
    private readonly memory: MemoryRepository,
  ) {}

  /** Five small queries, four of them in parallel. @throws AppError NOT_FOUND */
  async read(scope: CompanyScope, contactId: Types.ObjectId | null, now: Date): Promise<CustomerRead> {
    if (contactId === null) return NOBODY;
    const [contact, pets, booked, memory] = await Promise.all([
      this.contacts.get(scope, contactId),
      this.pets.ofContact(scope, contactId),
      this.appointments.bookedOf(scope, [contactId], now),
      this.memory.current(scope, contactId, now),
    ]);
    const appointments = booked.filter(({ state, starts_at }) => state === 'CONFIRMED' && starts_at > now);
    return { contact, pets, appointments, memory };
  }
}
