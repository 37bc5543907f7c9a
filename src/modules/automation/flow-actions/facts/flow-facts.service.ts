import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type CompanyLocale } from '../../../accounts/companies/index.js';
import { localDate } from '../../../booking/availability/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../../../booking/catalog/index.js';
import { AppointmentsRepository, type StoredBooking } from '../../../booking/reservations/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { MessagesRepository } from '../../../inbox/message-log/index.js';
import { ReplyWindows } from '../../../inbox/message-sending/index.js';
import type { FlowFacts, PetFacts } from '../../flow-core/index.js';
import { LocalWords } from '../../../booking/offers/index.js';
import { type CustomerPet, CustomerPets } from './customer-pets.service.js';
import { isOpenAt } from './opening-hours.js';
import { petFacts } from './pet-facts.js';

export interface FactsRequest {
  readonly contact_id: Types.ObjectId;
  /** The conversation of the run, as it is stored now. */
  readonly conversation: Conversation;
  /** The appointment that started the flow. Absent: the next one of the contact. */
  readonly appointment_id?: Types.ObjectId;
}

/** The author of what a flow writes. */
const BOT = { author: { kind: 'bot' as const, id: null } };

/** Reads the facts of a flow. */
@Injectable()
export class FlowFactsService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: CustomerPets,
    private readonly companies: CompaniesService,
    private readonly catalog: BookingCatalog,
    private readonly appointments: AppointmentsRepository,
    private readonly messages: MessagesRepository,
    private readonly windows: ReplyWindows,
  ) {}

  /**
   * Eight small queries, seven of them in parallel, while the catalog of the company is cached.
   * @throws AppError NOT_FOUND for a contact or an appointment of another company
   */
  async load(scope: CompanyScope, request: FactsRequest): Promise<FlowFacts> {
    const { contact_id, conversation } = request;
    const now = new Date();
    const [contact, owned, company, catalog, appointment, last, right] = await Promise.all([
      this.contacts.get(scope, contact_id),
      this.pets.ofContact(scope, contact_id),
      this.companies.get(scope),
      this.catalog.loadCatalog(scope),
      this.appointmentOf(scope, request, now),
      this.messages.newestOfCustomer(scope, conversation._id, conversation.last_seq),
      this.windows.rightOf(conversation, BOT, undefined),
    ]);
    const { phone, email, tags } = contact;
    // “Facebook user” is no name to greet a customer with.
    const full_name = contact.is_name_placeholder ? '' : contact.full_name;
    const { name, phone: number, time_zone, locale } = company;
    const first = request.appointment_id && appointment ? appointment.pet_ids : [];
    return {
      contact: { full_name, phone, email, tags },
      pets: petsInOrder(owned, first, localDate(now, time_zone)),
      appointment_pet_id: first.length === 1 ? (first[0]?.toHexString() ?? null) : null,
      company: { name, phone: number, time_zone, locale },
      appointment: appointment && appointmentFacts(appointment, catalog, locale),
      platform: conversation.platform,
      last_text: last?.content ?? '',
      is_open_now: isOpenAt(catalog, now),
      is_window_open: right.isAllowed,
    };
  }

  private appointmentOf(
    scope: CompanyScope,
    { appointment_id, contact_id }: FactsRequest,
    now: Date,
  ): Promise<StoredBooking | null> {
    if (appointment_id) return this.appointments.getBooking(scope, appointment_id);
    return this.appointments.findNext(scope, contact_id, now);
  }
}

/** The pets of the appointment that started the flow come first. */
function petsInOrder(owned: readonly CustomerPet[], first: readonly Types.ObjectId[], today: string): PetFacts[] {
  const isFirst = ({ pet }: CustomerPet): boolean => first.some((id) => id.equals(pet._id));
  const others = owned.filter((one) => !isFirst(one));
  return [...owned.filter(isFirst), ...others].map(({ pet, clearances }) => petFacts(pet, clearances, today));
}

function appointmentFacts(
  { starts_at, time_zone, lines, booked_services, staff_id }: StoredBooking,
  { staff }: CatalogSnapshot,
  locale: CompanyLocale,
): FlowFacts['appointment'] {
  const words = new LocalWords(locale, time_zone);
  const booked = booked_services.filter(({ _id }) => lines.some(({ service_id }) => service_id.equals(_id)));
  const lead = staff.find(({ schedule }) => staff_id?.equals(schedule.staff_id));
  return {
    service: booked.map(({ name }) => name).join(', '),
    starts_at: starts_at.toISOString(),
    date: words.date(starts_at),
    time: words.time(starts_at),
    staff: lead?.full_name ?? null,
  };
}
