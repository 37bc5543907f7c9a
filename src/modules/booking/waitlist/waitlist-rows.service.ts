import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { DiaryPeopleService } from '../appointments/index.js';
import { StaffDirectory } from '../calendar/index.js';
import { ServicesService } from '../catalog/index.js';
import { type CustomerNotice, OfferNotices } from '../customer-notices/index.js';
import { toToldDto, toWaitlistEntryDto, type WaitlistRowDto } from './dto/waitlist.dto.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';

/** Adds names, customers and pets to waitlist entries, by five queries for the whole list. */
@Injectable()
export class WaitlistRowsService {
  constructor(
    private readonly people: DiaryPeopleService,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
    private readonly notices: OfferNotices,
  ) {}

  /** Leaves out customers and pets that the reader may not see. */
  async toRows(scope: CompanyScope, reader: Principal, entries: readonly WaitlistEntry[]): Promise<WaitlistRowDto[]> {
    const holds = entries.flatMap((entry) => lastHoldOf(entry) ?? []);
    const [{ contacts, pets }, services, staff, notices] = await Promise.all([
      this.people.peopleOf(scope, reader, entries),
      this.services.namesOf(scope, distinctIds(entries.map(({ service_id }) => service_id))),
      this.staff.namesOf(scope, distinctIds(entries.flatMap(({ staff_id }) => staff_id ?? []))),
      this.notices.ofHolds(scope, holds),
    ]);
    return entries
      .map((stored) => [stored, toWaitlistEntryDto(stored)] as const)
      .map(([stored, entry]) => ({
        ...entry,
        told: toldOf(stored, notices),
        contact: contacts.get(entry.contact_id) ?? null,
        pets: entry.pet_ids.flatMap((id) => pets.get(id) ?? []),
        service_name: services.get(entry.service_id) ?? null,
        staff_name: entry.staff_id === null ? null : (staff.get(entry.staff_id) ?? null),
      }));
  }
}

/** The hold that was offered last and is open, booked or answered. */
const lastHoldOf = ({ offer, answer }: WaitlistEntry): Types.ObjectId | undefined =>
  offer?.appointment_id ?? answer?.appointment_id;

function toldOf(entry: WaitlistEntry, notices: readonly CustomerNotice[]): WaitlistRowDto['told'] {
  const hold = lastHoldOf(entry);
  const notice = hold && notices.find(({ appointment_id }) => appointment_id.equals(hold));
  return notice ? toToldDto(notice) : null;
}
