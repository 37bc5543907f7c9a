import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { alreadyConfirmed, BookingService, type ConfirmRequest } from '../appointments/index.js';
import {
  AppointmentsRepository,
  holdExpired,
  invalidTransition,
  isCommitted,
  isDead,
  type StoredBooking,
} from '../reservations/index.js';
import { type CatalogSnapshot, depositOf } from '../catalog/index.js';
import { type CodeAddress, codeAddressOf } from './code-address.js';
import { CODE_LIFE_MS, ContactChecksService, type SentCode } from './contact-checks.service.js';
import { Deposits, type HoldDeposit } from './deposits.js';
import { PublicCustomersService, type Introduction, type PetIntroduction } from './public-customers.service.js';
import { PublicHoldsRepository } from './public-holds.repository.js';
import { VISITOR_ACTOR } from './public-holds.service.js';
import type { PublicPage } from './public-page-loader.js';
import type { Visitor } from './visitors.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** The hold lasts longer than the time to pay, because news of a payment in time may come late. */
const PAY_GRACE_MS = MINUTE_MS;

export interface Confirmation {
  contact: Introduction;
  pets: readonly PetIntroduction[];
  accept_quote?: string;
  notes?: string | null;
  code?: string;
}

export type Confirmed = { verification: SentCode } | { payment: HoldDeposit } | { booking: StoredBooking };

@Injectable()
export class PublicConfirmationService {
  constructor(
    private readonly holds: PublicHoldsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly checks: ContactChecksService,
    private readonly customers: PublicCustomersService,
    private readonly deposits: Deposits,
    private readonly locks: KeyedLocks,
  ) {}

  /**
   * Sends a code first if the company checks contacts. Repeatable. @throws AppError HOLD_EXPIRED | QUOTE_CHANGED | VERIFICATION_FAILED and
   * others
   */
  async confirm(page: PublicPage, visitor: Visitor, id: Types.ObjectId, asked: Confirmation): Promise<Confirmed> {
    const { scope, catalog } = page;
    await this.holds.getOwn(scope, id, visitor);
    const begun = await this.begun(scope, id);
    if (begun) return begun;
    const { contact, code } = asked;
    if (!catalog.settings.contact_check) return this.book(page, visitor, id, asked);
    const address = codeAddressOf(contact, page.company.country);
    if (code === undefined) return { verification: await this.sendCode(page, id, address) };
    await this.checks.assertCode(scope, id, address, { code, visitor });
    return this.book(page, visitor, id, asked, address);
  }

  /** A deposit is demanded only after the contact was proven, so its hold needs no second proof. */
  private async begun(scope: CompanyScope, id: Types.ObjectId): Promise<Confirmed | null> {
    const payment = await this.deposits.find(scope, id);
    if (payment?.booked_id) return { booking: await this.appointments.getBooking(scope, payment.booked_id) };
    return payment && { payment };
  }

  private async sendCode(page: PublicPage, id: Types.ObjectId, address: CodeAddress): Promise<SentCode> {
    const { scope } = page;
    const held = await this.appointments.getBooking(scope, id);
    if (isCommitted(held)) throw invalidTransition(held.state, 'CONFIRMED');
    if (isDead(held) || !held.exp || held.exp <= new Date()) throw holdExpired();
    let until = held.exp;
    const later = new Date(Date.now() + CODE_LIFE_MS);
    if (later > until && (await this.holds.extendOnce(scope, id, later)))
      until = (await this.booking.extend(scope, id, CODE_LIFE_MS / SECOND_MS)).exp ?? until;
    const { channel, expires_at } = await this.checks.send(page, id, address);
    return { channel, expires_at: expires_at < until ? expires_at : until };
  }

  /** Locks the customer, so that two parallel confirmations create one contact. */
  private book(
    page: PublicPage,
    visitor: Visitor,
    id: Types.ObjectId,
    asked: Confirmation,
    proven?: CodeAddress,
  ): Promise<Confirmed> {
    const { scope, catalog } = page;
    const customer = proven ? this.checks.fingerprintOf(proven) : id.toHexString();
    return this.locks.withLock(`public-customer:${scope.id}:${customer}`, async () => {
      const held = await this.appointments.getBooking(scope, id);
      if (isCommitted(held)) {
        if (!(await this.customers.isContact(scope, held.contact_id, asked.contact, proven))) throw alreadyConfirmed();
        return { booking: held };
      }
      if (isDead(held) || !held.exp || held.exp <= new Date()) throw holdExpired();
      const contactId = await this.contactFor(scope, visitor, id, asked, proven);
      const pets = await this.customers.petsOf(scope, contactId, asked.pets);
      const request = {
        contact_id: contactId.toHexString(),
        pet_ids: pets.map((pet) => pet.toHexString()),
        notes: asked.notes ?? null,
        ...(asked.accept_quote === undefined ? {} : { accept_quote: asked.accept_quote }),
      };
      if ((await this.deposits.amountFor(scope, held)) > 0)
        return { payment: await this.demandDeposit(page, visitor, held, request) };
      const booking = await this.booking.confirm(scope, VISITOR_ACTOR, id, { ...request, ...approvalFor(catalog) });
      await this.holds.end(scope, id);
      return { booking };
    });
  }

  /** The pets may have changed the price, so the amount is that of the hold as it is now. */
  private async demandDeposit(
    { scope, catalog }: PublicPage,
    visitor: Visitor,
    { _id, starts_at }: StoredBooking,
    request: ConfirmRequest,
  ): Promise<HoldDeposit> {
    const ttlMs = Math.min(catalog.settings.deposit_minutes * MINUTE_MS, starts_at.getTime() - Date.now());
    const paying = await this.booking.startPaying(scope, VISITOR_ACTOR, _id, request, ttlMs + PAY_GRACE_MS);
    const payUntil = new Date((paying.exp?.getTime() ?? Date.now()) - PAY_GRACE_MS);
    if (paying.exp) await this.holds.record(scope, _id, visitor, paying.exp);
    return this.deposits.demand(scope, paying, depositOf(paying), payUntil);
  }

  private async contactFor(
    scope: CompanyScope,
    visitor: Visitor,
    id: Types.ObjectId,
    { contact }: Confirmation,
    proven: CodeAddress | undefined,
  ): Promise<Types.ObjectId> {
    if (proven) return (await this.customers.findOrCreate(scope, contact, proven))._id;
    const { contact_id } = await this.holds.getOwn(scope, id, visitor);
    if (contact_id) return contact_id;
    const { _id } = await this.customers.create(scope, contact);
    await this.holds.setContact(scope, id, _id);
    return _id;
  }
}

/** Until when staff must approve what a customer books; nothing where they need not. */
export function approvalFor({ settings }: Pick<CatalogSnapshot, 'settings'>): { approve_by?: Date } {
  if (!settings.public_approval) return {};
  return { approve_by: new Date(Date.now() + settings.request_hours * HOUR_MS) };
}
