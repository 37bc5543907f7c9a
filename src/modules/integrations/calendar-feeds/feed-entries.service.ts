import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { StaffDirectory } from '../../booking/calendar/index.js';
import { ServicesService } from '../../booking/catalog/index.js';
import { type Appointment, DiaryRepository } from '../../booking/reservations/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { PetsService } from '../../customers/pets/index.js';
import type { FeedEntry } from './feed-file.js';
import type { CalendarFeed } from './schemas/calendar-feed.schema.js';

const DAY_MS = 86_400_000;
const PAST_DAYS = 60;
const FUTURE_DAYS = 400;
/** A feed with more leaves out the oldest, then the furthest ahead. */
const MAX_ENTRIES = 5_000;

type Names = ReadonlyMap<string, string>;

/** Reads the appointments of a feed, with the names that a person needs. */
@Injectable()
export class FeedEntriesService {
  constructor(
    private readonly config: AppConfig,
    private readonly appointments: DiaryRepository,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  /** By start; the number of queries is constant. */
  async entriesOf(scope: CompanyScope, feed: CalendarFeed): Promise<FeedEntry[]> {
    const found = await this.appointmentsOf(scope, feed, new Date());
    const [services, staff, contacts, pets] = await Promise.all([
      this.services.namesOf(scope, distinctIds(found.map(({ service_id }) => service_id))),
      this.staff.namesOf(scope, distinctIds(found.flatMap(({ staff_ids }) => staff_ids))),
      this.contacts.labelsOf(scope, distinctIds(found.flatMap(({ contact_id }) => contact_id ?? []))),
      this.pets.labelsOf(scope, distinctIds(found.flatMap(({ pet_ids }) => pet_ids))),
    ]);
    const customers = new Map(contacts.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    const petNames = new Map(pets.map(({ _id, name }) => [_id.toHexString(), name]));
    return found.map((one) => this.toEntry(one, { services, staff, customers, pets: petNames }));
  }

  private async appointmentsOf(scope: CompanyScope, feed: CalendarFeed, now: Date): Promise<Appointment[]> {
    const { kind, staff_id, resource_id } = feed;
    const whose = kind === 'company' ? {} : kind === 'staff' ? { staff_ids: staff_id } : { resource_ids: resource_id };
    const ahead = { from: now, to: new Date(now.getTime() + FUTURE_DAYS * DAY_MS) };
    const upcoming = await this.appointments.findWithCancelled(scope, ahead, whose, { limit: MAX_ENTRIES, order: 1 });
    const limit = MAX_ENTRIES - upcoming.length;
    if (limit === 0) return upcoming;
    const back = { from: new Date(now.getTime() - PAST_DAYS * DAY_MS), to: now };
    const past = await this.appointments.findWithCancelled(scope, back, whose, { limit, order: -1 });
    return [...past.reverse(), ...upcoming];
  }

  private toEntry(
    appointment: Appointment,
    { services, staff, customers, pets }: Record<'services' | 'staff' | 'customers' | 'pets', Names>,
  ): FeedEntry {
    const { _id, ver, updated_at, service_id, contact_id, pet_ids, staff_ids, starts_at, ends_at } = appointment;
    const id = _id.toHexString();
    const named = (ids: readonly { toHexString(): string }[], names: Names): string =>
      ids.flatMap((one) => names.get(one.toHexString()) ?? []).join(', ');
    const service = services.get(service_id.toHexString()) ?? '';
    const customer = customers.get(contact_id?.toHexString() ?? '') ?? '';
    const who = named(pet_ids, pets) || customer;
    return {
      id,
      version: ver,
      changedAt: updated_at,
      title: [who, service].filter(Boolean).join(': '),
      details: [customer, named(staff_ids, staff)].filter(Boolean).join('\n'),
      startsAt: starts_at,
      endsAt: ends_at,
      isPending: appointment.is_pending,
      isCancelled: appointment.state === 'CANCELLED',
      url: `${this.config.frontendUrl}/calendar?appointment=${id}`,
    };
  }
}
