import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { AppointmentRowsService } from '../appointment-rows.service.js';
import { DiaryPeopleService } from './diary-people.service.js';
import type { DiaryAppointment } from './diary.types.js';

/** Adds names, customers and pets to appointments, by four queries for the whole list. */
@Injectable()
export class DiaryRowsService {
  constructor(
    private readonly rows: AppointmentRowsService,
    private readonly people: DiaryPeopleService,
  ) {}

  /** Leaves out customers and pets that the reader may not see. */
  async toRows(
    scope: CompanyScope,
    reader: Principal,
    bookings: readonly StoredBooking[],
  ): Promise<DiaryAppointment[]> {
    const [rows, { contacts, pets }] = await Promise.all([
      this.rows.toRows(scope, bookings),
      this.people.peopleOf(scope, reader, bookings),
    ]);
    return rows.map((row) => ({
      ...row,
      contact: contacts.get(row.contact_id ?? '') ?? null,
      pets: row.pet_ids.flatMap((id) => pets.get(id) ?? []),
    }));
  }
}
