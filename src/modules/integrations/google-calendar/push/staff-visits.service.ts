import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { ServicesService } from '../../../booking/catalog/index.js';
import {
  type Appointment,
  AppointmentsRepository,
  type BookingState,
  DiaryRepository,
} from '../../../booking/reservations/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { EventContent } from '../schemas/pushed-event.schema.js';

const DAY_MS = 86_400_000;
const FUTURE_DAYS = 400;
/** The longest stay. */
const LONGEST_VISIT_DAYS = 94;
export const PUSHED_PAST_DAYS = 7;
const MAX_VISITS = 5_000;
const MAX_TITLE = 200;
const LIVE_STATES: readonly BookingState[] = ['CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'DONE'];

/** An appointment as one person has it. */
export interface StaffVisit {
  readonly appointment: Appointment;
  readonly content: EventContent;
}

type Names = ReadonlyMap<string, string>;

/** Reads appointments of a person as events of a calendar. */
@Injectable()
export class StaffVisits {
  constructor(
    private readonly diary: DiaryRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly services: ServicesService,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  /** Live visits that end after an instant, by start. The number of queries is constant. */
  async after(scope: CompanyScope, staffId: Types.ObjectId, instant: Date): Promise<StaffVisit[]> {
    const from = new Date(instant.getTime() - LONGEST_VISIT_DAYS * DAY_MS);
    const to = new Date(instant.getTime() + FUTURE_DAYS * DAY_MS);
    const range = { limit: MAX_VISITS, order: 1 } as const;
    const found = await this.diary.findWithCancelled(scope, { from, to }, { staff_ids: staffId }, range);
    return this.toVisits(
      scope,
      staffId,
      found.filter(({ ends_at }) => ends_at > instant),
    );
  }

  /** Live visits among these appointments, also past ones. */
  async among(scope: CompanyScope, staffId: Types.ObjectId, ids: readonly Types.ObjectId[]): Promise<StaffVisit[]> {
    if (ids.length === 0) return [];
    return this.toVisits(scope, staffId, await this.appointments.withIds(scope, ids));
  }

  private async toVisits(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    found: readonly Appointment[],
  ): Promise<StaffVisit[]> {
    const live = found.filter(
      (one) => LIVE_STATES.includes(one.state) && one.staff_ids.some((id) => id.equals(staffId)),
    );
    const [services, contacts, pets] = await Promise.all([
      this.services.namesOf(scope, distinctIds(live.flatMap(({ lines }) => lines.map((line) => line.service_id)))),
      this.contacts.labelsOf(scope, distinctIds(live.flatMap(({ contact_id }) => contact_id ?? []))),
      this.pets.labelsOf(scope, distinctIds(live.flatMap(({ pet_ids }) => pet_ids))),
    ]);
    const customers = new Map(contacts.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    const petNames = new Map(pets.map(({ _id, name }) => [_id.toHexString(), name]));
    return live.map((appointment) => ({
      appointment,
      content: contentOf(appointment, staffId, { services, customers, pets: petNames }),
    }));
  }
}

/** No phone number and no notes: other people may see the calendar. */
function contentOf(
  { lines, contact_id, starts_at, ends_at }: Appointment,
  staffId: Types.ObjectId,
  names: Readonly<Record<'services' | 'customers' | 'pets', Names>>,
): EventContent {
  const own = lines.filter(({ staff_id }) => staff_id?.equals(staffId));
  const meant = own.length > 0 ? own : lines;
  const named = (ids: readonly (Types.ObjectId | null)[], of: Names): string =>
    [...new Set(ids.flatMap((id) => of.get(id?.toHexString() ?? '') ?? []))].join(', ');
  const service = named(
    meant.map(({ service_id }) => service_id),
    names.services,
  );
  const pet = named(
    meant.map(({ pet_id }) => pet_id),
    names.pets,
  );
  const customer = /\S+/.exec(names.customers.get(contact_id?.toHexString() ?? '') ?? '')?.[0] ?? '';
  const title = [[service, pet].filter(Boolean).join(': '), customer && `(${customer})`].filter(Boolean).join(' ');
  const times = own.length > 0 ? own : [{ starts_at, ends_at }];
  return {
    title: Array.from(title).slice(0, MAX_TITLE).join(''),
    starts_at: new Date(Math.min(...times.map((one) => one.starts_at.getTime()))),
    ends_at: new Date(Math.max(...times.map((one) => one.ends_at.getTime()))),
  };
}
