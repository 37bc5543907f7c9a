import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService, type Company } from '../../accounts/companies/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import { AppointmentsRepository, type StoredBooking } from '../reservations/index.js';
import { byId, type Customers, ReminderCustomers } from './reminder-customers.service.js';
import type { Reminder } from './schemas/reminder.schema.js';

type About = Pick<Reminder, 'contact_id' | 'appointment_id' | 'pet_ids'>;

/** What some reminders are about, as it is now. */
export interface ReminderFacts extends Customers {
  readonly company: Company;
  readonly catalog: CatalogSnapshot;
  /** By the hex id. */
  readonly appointments: ReadonlyMap<string, StoredBooking>;
  readonly bookingPage: string;
}

/** Reads the facts of many reminders of a company with one query for each kind of document. */
@Injectable()
export class ReminderFactsService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly catalogs: BookingCatalog,
    private readonly appointments: AppointmentsRepository,
    private readonly customers: ReminderCustomers,
    private readonly config: AppConfig,
  ) {}

  async of(scope: CompanyScope, reminders: readonly About[]): Promise<ReminderFacts> {
    const ids = reminders.flatMap(({ appointment_id }) => appointment_id ?? []);
    const [company, catalog, appointments] = await Promise.all([
      this.companies.get(scope),
      this.catalogs.loadCatalog(scope),
      this.appointments.withIds(scope, ids),
    ]);
    const pets = [...reminders, ...appointments].flatMap(({ pet_ids }) => pet_ids);
    const customers = await this.customers.of(
      scope,
      reminders.map(({ contact_id }) => contact_id),
      pets,
    );
    const bookingPage = `${this.config.frontendUrl}/book/${company.slug}`;
    return { company, catalog, appointments: byId(appointments), ...customers, bookingPage };
  }
}
