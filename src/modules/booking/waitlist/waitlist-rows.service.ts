import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { DiaryPeopleService } from '../appointments/index.js';
import { StaffDirectory } from '../calendar/index.js';
import { ServicesService } from '../catalog/index.js';
import { toWaitlistEntryDto, type WaitlistRowDto } from './dto/waitlist.dto.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';

/** Adds names, customers and pets to waitlist entries, by four queries for the whole list. */
@Injectable()
export class WaitlistRowsService {
  constructor(
    private readonly people: DiaryPeopleService,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
  ) {}

  /** Leaves out customers and pets that the reader may not see. */
  async toRows(scope: CompanyScope, reader: Principal, entries: readonly WaitlistEntry[]): Promise<WaitlistRowDto[]> {
    const [{ contacts, pets }, services, staff] = await Promise.all([
      this.people.peopleOf(scope, reader, entries),
      this.services.namesOf(scope, distinctIds(entries.map(({ service_id }) => service_id))),
      this.staff.namesOf(scope, distinctIds(entries.flatMap(({ staff_id }) => staff_id ?? []))),
    ]);
    return entries.map(toWaitlistEntryDto).map((entry) => ({
      ...entry,
      contact: contacts.get(entry.contact_id) ?? null,
      pets: entry.pet_ids.flatMap((id) => pets.get(id) ?? []),
      service_name: services.get(entry.service_id) ?? null,
      staff_name: entry.staff_id === null ? null : (staff.get(entry.staff_id) ?? null),
    }));
  }
}
