import { Injectable } from '@nestjs/common';
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

  async toRows(scope: CompanyScope, bookings: readonly StoredBooking[]): Promise<DiaryAppointment[]> {
    const [rows, contacts, pets] = await Promise.all([
      this.rows.toRows(scope, bookings),
      this.contacts.labelsOf(scope, distinctIds(bookings.flatMap(({ contact_id }) => contact_id ?? []))),
      this.pets.labelsOf(scope, distinctIds(bookings.flatMap(({ pet_ids }) => pet_ids))),
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
