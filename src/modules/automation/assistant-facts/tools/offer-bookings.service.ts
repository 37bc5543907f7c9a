import { Injectable } from '@nestjs/common';
import { type CompanyScope, MAX_PAGE_SIZE, toObjectId } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { type BookingActor, BookingCustomersService, BookingService } from '../../../booking/appointments/index.js';
import { type BookableService, BookingCatalog } from '../../../booking/catalog/index.js';
import { approvalFor } from '../../../booking/online-booking/index.js';
import {
  type AppointmentFilters,
  AppointmentsRepository,
  holdExpired,
  isCommitted,
  isDead,
  type StoredBooking,
} from '../../../booking/reservations/index.js';
import type { ValueOf } from '../../assistant-core/index.js';
import { serviceOf } from '../../flow-actions/index.js';
import type { StoredOffer, ToolContext } from '../facts/facts.types.js';
import { PriceWords } from '../facts/price-words.js';
import { BookedWords, type ChangeMade } from './booked-words.service.js';
import { gateNotes } from './gate-notes.js';
import { offerOf } from './owned.service.js';
import { ToolFailure } from './tool-failure.js';

const MINUTE_MS = 60_000;
/** The customer books, so lead times, policies and approvals of online booking count. */
export const ASSISTANT_ACTOR: BookingActor = { channel: 'public', source: 'assistant' };

/** Holds and books the offered times. */
@Injectable()
export class OfferBookings {
  constructor(
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly catalog: BookingCatalog,
    private readonly companies: CompaniesService,
    private readonly customers: BookingCustomersService,
    private readonly words: BookedWords,
  ) {}

  /**
   * Replaces earlier holds that the assistant has made for this contact.
   * @throws ToolFailure OFFER_EXPIRED | NOT_ALLOWED for a gate that blocks | AppError SLOT_TAKEN | SLOT_NOT_OFFERED | PET_BUSY | HOLD_EXPIRED
   */
  async hold(scope: CompanyScope, context: ToolContext, alias: string): Promise<ValueOf<'hold_slot'>> {
    const offer = bookableOffer(context, alias);
    const catalog = await this.catalog.loadCatalog(scope);
    const service = serviceOf(catalog, offer.service_id);
    const { locale } = await this.companies.get(scope);
    const notes = await this.notesOf(scope, context, { ...offer, ends_at: endOf(offer, service) }, locale);
    await this.endOtherHolds(scope, context);
    const held = await this.booking.hold(scope, ASSISTANT_ACTOR, {
      service_id: offer.service_id,
      pet_ids: offer.pet_id ? [offer.pet_id] : [],
      starts_at: offer.starts_at,
      contact_id: context.contact_id.toHexString(),
      client_key: context.key,
    });
    if (!isLive(held)) throw holdExpired();
    return { price: new PriceWords(held.currency, locale).amount(held.price), notes };
  }

  /**
   * Books what {@link hold} has held for the offer. A repeated call finds the booking.
   * @throws ToolFailure OFFER_EXPIRED | AppError HOLD_EXPIRED | GATE_FAILED | SLOT_TAKEN
   */
  async confirm(
    scope: CompanyScope,
    context: ToolContext,
    alias: string,
  ): Promise<ChangeMade<ValueOf<'confirm_booking'>>> {
    const offer = bookableOffer(context, alias);
    const { starts_at: from } = offer;
    const to = new Date(from.getTime() + MINUTE_MS);
    const known = (await this.ofAssistant(scope, context, { from, to })).filter((one) => isOf(offer, one));
    const held = known.find(isLive);
    const booked = held ? await this.confirmHeld(scope, context, held) : known.find(isCommitted);
    if (!booked) throw new ToolFailure('OFFER_EXPIRED', 'The time is not held any more; search again');
    return this.words.booked(scope, booked);
  }

  private async confirmHeld(
    scope: CompanyScope,
    { contact_id }: ToolContext,
    { _id }: StoredBooking,
  ): Promise<StoredBooking> {
    return this.booking.confirm(scope, ASSISTANT_ACTOR, _id, {
      contact_id: contact_id.toHexString(),
      ...approvalFor(await this.catalog.loadCatalog(scope)),
    });
  }

  /** Old holds block the pet and the time. */
  private async endOtherHolds(scope: CompanyScope, context: ToolContext): Promise<void> {
    const live = (await this.ofAssistant(scope, context, { status: 'held' })).filter(isLive);
    for (const { _id } of live.filter(({ client_key }) => client_key !== context.key))
      await this.booking.release(scope, _id);
  }

  /** Holds and appointments of the contact that the assistant has made. */
  private async ofAssistant(
    scope: CompanyScope,
    { contact_id }: ToolContext,
    which: Pick<AppointmentFilters, 'from' | 'to' | 'status'>,
  ): Promise<StoredBooking[]> {
    const { items } = await this.appointments.list(scope, { contact_id, ...which }, { limit: MAX_PAGE_SIZE });
    return items.filter(({ source }) => source === ASSISTANT_ACTOR.source);
  }

  /** What the customer must bring or send. @throws ToolFailure NOT_ALLOWED for a gate that blocks */
  private async notesOf(
    scope: CompanyScope,
    { contact_id }: ToolContext,
    { service_id, pet_id, starts_at, ends_at }: StoredOffer & { readonly ends_at: Date },
    locale: string,
  ): Promise<string[]> {
    const pet_ids = pet_id === null ? [] : [toObjectId(pet_id)];
    const visit = { service_id: toObjectId(service_id), pet_ids, starts_at, ends_at };
    const gates = await this.customers.unmetGates(scope, visit, contact_id.toHexString());
    if (gates.blocked_by.length === 0) return gateNotes([...gates.warnings, ...gates.pending_on], locale);
    const names = gates.blocked_by.map(({ name }) => name).join(', ');
    throw new ToolFailure('NOT_ALLOWED', `Still missing for this service: ${names}`);
  }
}

/** @throws ToolFailure OFFER_EXPIRED, also for a time to which an appointment would move */
function bookableOffer(context: ToolContext, alias: string): StoredOffer {
  const offer = offerOf(context, alias);
  if (offer.appointment_id === null) return offer;
  throw new ToolFailure('OFFER_EXPIRED', 'This time was offered for a move; search times for a booking');
}

/** Before the hold the end is not known; gates count whole days. */
function endOf({ starts_at }: StoredOffer, { duration_min }: BookableService): Date {
  return new Date(starts_at.getTime() + duration_min * MINUTE_MS);
}

const isLive = (booking: StoredBooking): boolean =>
  !isDead(booking) && !isCommitted(booking) && booking.exp !== null && booking.exp > new Date();

function isOf({ starts_at, service_id, pet_id }: StoredOffer, booking: StoredBooking): boolean {
  const pets = booking.pet_ids.map((id) => id.toHexString());
  return (
    booking.starts_at.getTime() === starts_at.getTime() &&
    booking.service_id.equals(service_id) &&
    pets.join() === (pet_id ?? '')
  );
}
