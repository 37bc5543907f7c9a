import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../publishing/appointment-outbox.js';
import { HoldExpiryTimers } from '../publishing/hold-expiry-timers.js';
import {
  AppointmentsRepository,
  ReservationsService,
  isCommitted,
  isDead,
  isOverbookable,
  type Overbook,
  type StoredBooking,
} from '../../reservations/index.js';
import { BookingCustomersService } from './booking-customers.service.js';
import { newDetails, plannedDetails } from './booking-details.js';
import { cannotCancel } from './booking.errors.js';
import { pricedAt } from './changed-visit.js';
import { BookingPlanner } from './booking-planner.js';
import type { BookingActor, BookRequest, ConfirmRequest, HoldRequest } from './booking.types.js';
import { assertSameRequest, type RepeatableRequest } from './client-key.js';
import { assertCurrent, changedBy, onLatestVersion } from './concurrency.js';
import { HoldConfirmationService } from './hold-confirmation.service.js';
import { overrideBy } from './rule-override.js';
import { assertFee, cancelFee, fieldsOfCompanyCancel, addFee, isLate, policyView } from './policy.js';

/** Life of a hold that the same call confirms. */
const DIRECT_HOLD_SEC = 30;
const SECOND_MS = 1_000;
const MINUTE_SEC = 60;

/** Makes, confirms and ends bookings for staff, customers, series and the waitlist. */
@Injectable()
export class BookingService {
  constructor(
    private readonly bookings: ReservationsService,
    private readonly planner: BookingPlanner,
    private readonly customers: BookingCustomersService,
    private readonly confirmations: HoldConfirmationService,
    private readonly appointments: AppointmentsRepository,
    private readonly outbox: AppointmentOutbox,
    private readonly expiryTimers: HoldExpiryTimers,
  ) {}

  /**
   * Holds a time for all pets of a request, or for none. @throws AppError SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED | CLIENT_KEY_REUSED and
   * others
   */
  async hold(scope: CompanyScope, actor: BookingActor, request: HoldRequest): Promise<StoredBooking> {
    const contact_id = request.contact_id ? await this.customers.getContactId(scope, request.contact_id) : null;
    return this.publishChange(scope, await this.holdFor(scope, actor, request, { contact_id }));
  }

  /** @param ttlSec new life of the hold from now @throws AppError HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION */
  async extend(scope: CompanyScope, id: Types.ObjectId, ttlSec: number): Promise<StoredBooking> {
    const extended = await this.bookings.extend(scope, id, ttlSec * SECOND_MS);
    this.expiryTimers.reschedule(scope, extended);
    return extended;
  }

  /** Repeatable. @throws AppError INVALID_TRANSITION | NOT_FOUND */
  async release(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking> {
    return this.publishChange(scope, await this.bookings.release(scope, id));
  }

  /** Ends a hold as if its time were over; leaves everything else as it is. */
  async expire(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const expired = await this.bookings.expire(scope, id);
    if (expired) this.publishChange(scope, expired);
  }

  /** Repeatable with the same contact and pets. @throws like {@link HoldConfirmationService.confirm} */
  async confirm(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: ConfirmRequest,
  ): Promise<StoredBooking> {
    return this.publishChange(scope, await this.confirmations.confirm(scope, actor, id, request));
  }

  /**
   * Keeps a hold for a payment, with the contact and the pets that the confirmation after it will name.
   * @throws like {@link confirm}
   */
  async startPaying(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: ConfirmRequest,
    ttlMs: number,
  ): Promise<StoredBooking> {
    return this.publishChange(scope, await this.confirmations.startPaying(scope, actor, id, request, ttlMs));
  }

  /**
   * Waits while an earlier request with the same key is running.
   * @throws AppError CLIENT_KEY_REUSED if that request had another body
   */
  async findByClientKey(scope: CompanyScope, request: RepeatableRequest): Promise<StoredBooking | null> {
    const known = await this.bookings.findByClientKey(scope, request.client_key);
    return known && assertSameRequest(known, request);
  }

  /** Holds and confirms in one call. @throws like {@link hold} and {@link confirm} */
  async book(scope: CompanyScope, actor: BookingActor, request: BookRequest): Promise<StoredBooking> {
    const contact_id = await this.customers.getContactId(scope, request.contact_id);
    const overbook = request.overbook && { by: actor.userId ?? '', reason: request.overbook.reason };
    const held = await this.holdFor(
      scope,
      actor,
      { ...request, ttl_sec: DIRECT_HOLD_SEC },
      { contact_id, ...(overbook && { overbook }) },
    );
    if (isCommitted(held) || isDead(held)) return held;
    try {
      return this.publishChange(
        scope,
        await this.confirmations.confirmHeld(scope, actor, held, { ...request, contact_id }),
      );
    } catch (error) {
      // A parallel request with the same key may have confirmed it. The caller may try again with the same key.
      await this.bookings.release(scope, held._id, { freesKey: true }).catch(() => undefined);
      throw error;
    }
  }

  /**
   * A customer pays the fee of the policy; staff cancel without a fee.
   * @throws AppError INVALID_TRANSITION | NOT_FOUND | VERSION_MISMATCH | FEE_CHANGED
   */
  async cancel(
    scope: CompanyScope,
    actor: Pick<BookingActor, 'channel' | 'userId' | 'isSilent' | 'expectedFee'>,
    id: Types.ObjectId,
    reason: string | null = null,
    version?: number,
  ): Promise<StoredBooking> {
    const cancelled = await onLatestVersion(version, async () => {
      const current = await this.appointments.getBooking(scope, id);
      assertCurrent(current, version);
      const cost = actor.channel === 'public' ? cancelledByCustomer(current, actor) : fieldsOfCompanyCancel(current);
      const details = { ...cost, ...changedBy(actor), pending_until: null };
      return this.bookings.cancel(scope, id, reason, details, version ?? current.ver);
    });
    return this.publishChange(scope, cancelled);
  }

  /**
   * Marks that the customer will come to this start. Repeatable; a move takes the mark away.
   * @returns null if the appointment is not confirmed for this start any more
   */
  async confirmByCustomer(scope: CompanyScope, id: Types.ObjectId, starts_at: Date): Promise<StoredBooking | null> {
    const marked = await onLatestVersion(undefined, async () => {
      const current = await this.appointments.getBooking(scope, id);
      if (current.state !== 'CONFIRMED' || current.starts_at.getTime() !== starts_at.getTime()) return null;
      const details = { customer_confirmed: { at: new Date(), starts_at }, changed_by: null };
      return this.bookings.edit(scope, id, details, current.ver);
    });
    return marked && this.publishChange(scope, marked);
  }

  /** Cancels without a fee and without a notice to the customer. @throws AppError INVALID_TRANSITION | NOT_FOUND */
  async undo(scope: CompanyScope, id: Types.ObjectId, reason: string): Promise<StoredBooking> {
    return this.publishChange(scope, await this.bookings.cancel(scope, id, reason, changedBy({ isSilent: true })));
  }

  private async holdFor(
    scope: CompanyScope,
    actor: BookingActor,
    request: HoldRequest,
    { contact_id, overbook }: { contact_id: Types.ObjectId | null; overbook?: Overbook },
  ): Promise<StoredBooking> {
    const known = await this.findByClientKey(scope, request);
    if (known) return known;
    const override = overrideBy(actor, request.override, request.starts_at);
    const lenient = override ? { override: 'any_hour' as const, allowsBusyPets: true } : {};
    const options = { channel: actor.channel, ...(overbook && { ignoresTaken: isOverbookable }), ...lenient };
    const except = request.replaces ? { except: request.replaces } : {};
    try {
      const held = await this.planner.planAndClaim(
        scope,
        request,
        { ...options, ...except },
        async ({ plan, visit, catalog }) => {
          if (contact_id) this.customers.assertPets(contact_id, visit.pets);
          const planned = plannedDetails(plan, visit);
          const details = newDetails(pricedAt(planned, request.price), catalog, visit, actor);
          const { notes = null, series_id = null, client_key, body_hash, replaces } = request;
          return this.bookings.hold(scope, {
            legs: plan.legs,
            details: { ...details, contact_id, notes, series_id, override: override ?? null },
            ttlMs: (request.ttl_sec ?? catalog.settings.hold_minutes * MINUTE_SEC) * SECOND_MS,
            ...(client_key === undefined ? {} : { clientKey: client_key }),
            ...(body_hash === undefined ? {} : { bodyHash: body_hash }),
            ...(replaces && { replaces }),
            ...(overbook && { overbook }),
          });
        },
      );
      return assertSameRequest(held, request);
    } catch (error) {
      // A parallel request with the same key may have won.
      const duplicate = await this.findByClientKey(scope, request);
      if (duplicate) return duplicate;
      throw error;
    }
  }

  private publishChange(scope: CompanyScope, booking: StoredBooking): StoredBooking {
    this.expiryTimers.reschedule(scope, booking);
    this.outbox.wake(scope, booking._id);
    return booking;
  }
}

/** @throws AppError INVALID_TRANSITION once the visit has begun | FEE_CHANGED */
function cancelledByCustomer(
  current: StoredBooking,
  { expectedFee }: Pick<BookingActor, 'expectedFee'>,
): Partial<Pick<StoredBooking, 'fee' | 'is_late_cancel' | 'is_customer_cancel'>> {
  if (current.state === 'CANCELLED') return {};
  const now = new Date();
  if (!policyView(current, now).can_cancel) throw cannotCancel();
  const fee = cancelFee(current, now);
  assertFee(expectedFee, fee);
  return { fee: addFee(current, fee), is_late_cancel: isLate(current, now), is_customer_cancel: true };
}
