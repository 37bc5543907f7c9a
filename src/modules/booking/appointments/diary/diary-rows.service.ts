import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { AppointmentRowsService } from '../appointment-rows.service.js';
import type { DiaryAppointment } from './diary.types.js';

/** Adds names, customers and pets to appointments, by four queries for the whole list. */
@Injectable()
export class DiaryRowsService {
  constructor(
    private readonly rows: AppointmentRowsService,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  /** Leaves out customers and pets that the reader may not see. */
  async toRows(
    scope: CompanyScope,
    reader: Principal,
    bookings: readonly StoredBooking[],
  ): Promise<DiaryAppointment[]> {
    const contactIds = mayUse(reader, 'contacts:read') ? bookings.flatMap(({ contact_id }) => contact_id ?? []) : [];
    const petIds = mayUse(reader, 'pets:read') ? bookings.flatMap(({ pet_ids }) => pet_ids) : [];
    const [rows, contacts, pets] = await Promise.all([
      this.rows.toRows(scope, bookings),
      this.contacts.labelsOf(scope, distinctIds(contactIds)),
      this.pets.labelsOf(scope, distinctIds(petIds)),
    ]);
    const contactById = new Map(contacts.map(({ _id, ...contact }) => [_id.toHexString(), contact]));
    const petById = new Map(pets.map(({ _id, ...pet }) => [_id.toHexString(), pet]));
    return rows.map((row) => {
      const contact = row.contact_id === null ? undefined : contactById.get(row.contact_id);
      return {
        ...row,
        contact: contact && row.contact_id !== null ? { _id: row.contact_id, ...contact } : null,
        pets: row.pet_ids.flatMap((_id) => {
          const pet = petById.get(_id);
          return pet ? [{ _id, ...pet }] : [];
        }),
      };
    });
  }
}
