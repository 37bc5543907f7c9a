import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService, type Company, COMPANY_LOCALES, type CompanyLocale } from '../../accounts/companies/index.js';
import { type Contact, ContactsService } from '../../customers/contacts/index.js';
import { PetsService } from '../../customers/pets/index.js';
import { ManageLinksService } from '../online-booking/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { HeldOffer } from './held-offers.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { type NoticeText, writeNotice } from './notice-text.js';

/** A notice with everything that its ways need. */
export interface WrittenNotice {
  readonly company: Company;
  readonly contact: Contact;
  readonly appointment: StoredBooking;
  readonly text: NoticeText;
  readonly services: readonly string[];
  readonly manageUrl: string | null;
  /** Of a time that the waitlist offers. */
  readonly offer: HeldOffer | null;
}

/** Collects the facts of a notice and writes it in the language of the customer. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly links: ManageLinksService,
  ) {}

  /** @param offer of an offered hold @returns null if the contact is deleted or merged into another one */
  async write(
    scope: CompanyScope,
    notice: CustomerNotice,
    appointment: StoredBooking,
    offer: HeldOffer | null,
  ): Promise<WrittenNotice | null> {
    const [contact] = await this.contacts.getMany(scope, [notice.contact_id]);
    if (!contact || contact.merged_into) return null;
    const [company, pets, manageUrl] = await Promise.all([
      this.companies.get(scope),
      this.pets.getMany(scope, appointment.pet_ids),
      this.urlOf(scope, notice, offer),
    ]);
    const services = serviceNames(appointment);
    const { starts_at, time_zone, price, fee, currency } = appointment;
    const facts = {
      ...{ kind: notice.kind, company: company.name, address: company.address },
      ...{ services, pets: pets.map(({ name }) => name), stays_until: notice.visit.stays_until },
      ...{ starts_at, time_zone, price, fee, currency, manageUrl, customer: contact.full_name },
      answer_by: offer?.expires_at ?? null,
    };
    const text = writeNotice(facts, localeOf(contact, company));
    return { company, contact, appointment, services, manageUrl, offer, text };
  }

  private async urlOf(scope: CompanyScope, notice: CustomerNotice, offer: HeldOffer | null): Promise<string | null> {
    if (offer) return offer.url;
    return isCancellation(notice) ? null : this.links.urlFor(scope, notice.appointment_id);
  }
}

const isCancellation = ({ kind }: CustomerNotice): boolean => kind === 'cancelled' || kind === 'request_cancelled';

/** The names of the services of an appointment, as they were when it was booked. */
export function serviceNames({ lines, booked_services }: StoredBooking): string[] {
  const booked = booked_services.filter(({ _id }) => lines.some(({ service_id }) => service_id.equals(_id)));
  return booked.map(({ name }) => name);
}

/** The language of the contact, as `pt`, `pt-BR` or `pt_BR`, if there are words in it; else that of the company. */
function localeOf({ locale }: Contact, company: Company): CompanyLocale {
  const language = locale?.slice(0, 2).toLowerCase();
  return COMPANY_LOCALES.find((known) => known.slice(0, 2) === language) ?? company.locale;
}
