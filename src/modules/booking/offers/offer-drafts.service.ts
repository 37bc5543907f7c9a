import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, MAX_PAGE_SIZE } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import type { Conversation } from '../../inbox/conversations/index.js';
import { petOfAnotherContact } from '../appointments/index.js';
import { type BookableService, BookingCatalog } from '../catalog/index.js';
import { noFreeTime } from './offer.errors.js';
import { OfferSlots, type WantedTime } from './offer-slots.service.js';
import type { TimeOffer } from './schemas/time-offer.schema.js';
import { offerLanguage } from './wording/offer-language.js';

const HOUR_MS = 3_600_000;
const OFFER_LIFE_MS = 24 * HOUR_MS;
/** Taps on the buttons of an ended offer get an answer so long. */
const LATE_ANSWERS_MS = 7 * 24 * HOUR_MS;

export interface OfferRequest {
  /** Hex. */
  readonly service_id: string;
  /** Hex. Absent: the only pet of the customer, or none. */
  readonly pet_ids?: readonly string[];
  /** Absent: the server picks the times. */
  readonly slots?: readonly WantedTime[];
  /** Hex. The server picks only times of this person. */
  readonly staff_id?: string;
  readonly client_key?: string;
  /** Who offers; null if PetBuddy does. */
  readonly user_id: Types.ObjectId | null;
}

export type NewOffer = Omit<TimeOffer, 'company_id'>;

/** Makes offers that are not stored yet. */
@Injectable()
export class OfferDrafts {
  constructor(
    private readonly catalog: BookingCatalog,
    private readonly slots: OfferSlots,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly companies: CompaniesService,
  ) {}

  /** @throws AppError NOT_FOUND | PET_OF_ANOTHER_CONTACT | SLOT_NOT_OFFERED | NO_SLOTS | VALIDATION_ERROR */
  async make(scope: CompanyScope, { _id, contact_id }: Conversation, request: OfferRequest): Promise<NewOffer> {
    const [catalog, contact, company] = await Promise.all([
      this.catalog.loadCatalog(scope),
      this.contacts.get(scope, contact_id),
      this.companies.get(scope),
    ]);
    const service = activeService(catalog.services, request.service_id);
    const pets = await this.petsFor(scope, contact_id, request.pet_ids);
    const language = offerLanguage(contact.locale, company.locale);
    const visit = { service, pet_ids: pets.map((pet) => pet._id.toHexString()), language };
    const times = request.slots
      ? await this.slots.check(scope, visit, request.slots)
      : await this.slots.pick(scope, visit, request.staff_id);
    const last = times.at(-1);
    if (!last) throw noFreeTime();
    const now = new Date();
    const expires_at = new Date(Math.min(now.getTime() + OFFER_LIFE_MS, last.starts_at.getTime()));
    return {
      ...{ _id: new Types.ObjectId(), created_at: now, updated_at: now, conversation_id: _id, contact_id },
      ...{ service_id: service._id, service_name: service.name, language, time_zone: catalog.time_zone },
      ...{ pet_ids: pets.map((pet) => pet._id), pet_names: pets.map(({ name }) => name), slots: times },
      ...{ state: 'open', is_open: true, expires_at, user_id: request.user_id },
      answers_until: new Date(expires_at.getTime() + LATE_ANSWERS_MS),
      ...{ message_id: null, message_seq: null, answer: null, appointment_id: null, merge_marks: [] },
      ...(request.client_key !== undefined && { client_key: request.client_key }),
    };
  }

  private async petsFor(scope: CompanyScope, contactId: Types.ObjectId, ids?: readonly string[]): Promise<Pet[]> {
    if (!ids) {
      const { items } = await this.pets.listOfContact(scope, contactId, { limit: MAX_PAGE_SIZE });
      return items.length === 1 ? items : [];
    }
    const found = await this.pets.getMany(
      scope,
      ids.map((id) => new Types.ObjectId(id)),
    );
    if (found.length < new Set(ids).size) throw AppError.notFound('Pet');
    if (found.some((pet) => !pet.contact_id.equals(contactId))) throw petOfAnotherContact();
    return found;
  }
}

/** @throws AppError NOT_FOUND */
function activeService(services: readonly BookableService[], id: string): BookableService {
  const service = services.find(({ _id, active }) => active && _id.equals(id));
  if (!service) throw AppError.notFound('Service');
  return service;
}
