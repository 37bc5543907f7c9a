import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { RegistrationService } from '../../accounts/auth/index.js';
import { AccountsRepository, PasswordHasher, type User } from '../../accounts/users/index.js';
import { DEMO_PASSWORD } from './data/index.js';
import type { DemoClinic } from './data/demo-clinic.js';
import { type DemoCompany, type DemoPerson, minutesSilent } from './data/demo-data.js';
import { DemoBookingSeeder } from './demo-booking-seeder.js';
import { DemoInboxSeeder } from './demo-inbox-seeder.js';
import { DemoClinicSeeder } from './demo-clinic-seeder.js';
import { DemoCustomerSeeder } from './demo-customer-seeder.js';

/** By name. */
type Contacts = Map<string, Types.ObjectId>;

/** Each step looks for existing parts, so an interrupted run can be repeated. */
@Injectable()
export class DemoCompanySeeder {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordHasher,
    private readonly inboxes: DemoInboxSeeder,
    private readonly customers: DemoCustomerSeeder,
    private readonly clinics: DemoClinicSeeder,
    private readonly bookings: DemoBookingSeeder,
  ) {}

  /** @param now the ages in the history count from it; a repeated run passes the same time */
  async plant(company: DemoCompany, now: Date): Promise<void> {
    const owner = await this.registerOwner(company);
    const scope = CompanyScope.of(owner.company_id);
    const colleagues = await this.addStaff(scope, company.staff);
    await this.inboxes.addCannedReplies(scope, company.cannedReplies);
    const inboxes = new Map<string, string>();
    for (const channel of company.channels)
      inboxes.set(channel.platform, await this.inboxes.plantChannel(scope, channel));
    const people = [owner, ...colleagues];
    const team = people.map(principalOf);
    // The inbox shows the latest activity on top.
    const bySilence = company.customers.toSorted((a, b) => minutesSilent(b) - minutesSilent(a));
    const contacts: Contacts = new Map();
    for (const customer of bySilence)
      contacts.set(customer.name, await this.customers.plant(scope, { customer, inboxes, team, now }));
    if (company.clinic) await this.openClinic(scope, company.clinic, people, contacts);
  }

  private async openClinic(
    scope: CompanyScope,
    clinic: DemoClinic,
    people: readonly User[],
    contacts: Contacts,
  ): Promise<void> {
    const services = await this.clinics.plant(scope, clinic, people);
    const by = principalOf(people[0] as User);
    for (const appointment of clinic.appointments) {
      const service_id = services.get(appointment.service);
      const contactId = contacts.get(appointment.customer);
      if (service_id && contactId) await this.bookings.plant(scope, { appointment, service_id, contactId, by });
    }
  }

  /** Nobody reads the demo's mailboxes, so the owner counts as verified. */
  private async registerOwner(company: DemoCompany): Promise<User> {
    const known = await this.accounts.findByEmail(company.owner.email);
    const owner = known?.state === 'active' ? known : await this.register(company);
    if (!owner.email_verified_at) await this.accounts.markEmailVerified(owner);
    return owner;
  }

  private async register({ owner, name, time_zone, locale }: DemoCompany): Promise<User> {
    const { email, full_name } = owner;
    const company = { name, time_zone, locale };
    // Without a language of her own, the owner sees that of the visitor's browser.
    const registration = { email, full_name, locale: null, password: DEMO_PASSWORD, company };
    return (await this.registrations.register(registration)).user;
  }

  private async addStaff(scope: CompanyScope, people: readonly DemoPerson[]): Promise<User[]> {
    const known = await Promise.all(people.map(({ email }) => this.accounts.findByEmail(email)));
    const password_hash = known.includes(null) ? await this.passwords.hash(DEMO_PASSWORD) : null;
    const ensure = async (person: DemoPerson, index: number): Promise<User> =>
      known[index] ??
      this.accounts.create(scope, { ...person, password_hash, state: 'active', email_verified_at: new Date() });
    return Promise.all(people.map(ensure));
  }
}

function principalOf(user: User): Principal {
  const { _id, company_id, role } = user;
  return { userId: _id.toHexString(), companyId: company_id.toHexString(), role, sessionId: '' };
}
