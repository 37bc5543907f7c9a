import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import {
  AppointmentsRepository,
  bookingBusy,
  type ChangeDetails,
  ReservationsService,
  holdExpired,
  isCommitted,
  isDead,
  type WantedLeg,
  SlotTaken,
  type StoredBooking,
} from '../../reservations/index.js';
import type { VisitRequest } from '../../availability/index.js';
import { type PlannedDetails, plannedDetails, withPets } from './booking-details.js';
import { alreadyConfirmed, holdChanged, quoteChanged } from './booking.errors.js';
import { BookingPlanner, type PlannedBooking } from './booking-planner.js';
import type { BookingActor, ConfirmRequest } from './booking.types.js';
import { BookingCustomersService } from './booking-customers.service.js';
import { isSameQuote, quoteOf } from './hold-quote.js';

/** Tries after a lost race for the hold or for a table. */
const MAX_TRIES = 5;
/** Error codes of a parallel change of the hold. */
const CHANGED_MEANWHILE = ['VERSION_MISMATCH', 'CONCURRENT_CHANGE', 'INVALID_TRANSITION'];

/** Writes what was checked: with the legs if the pets need other ones. */
type Commit = (held: StoredBooking, details: ChangeDetails, legs?: readonly WantedLeg[]) => Promise<StoredBooking>;

export type ContactConfirmRequest = Omit<ConfirmRequest, 'contact_id'> & { contact_id: Types.ObjectId };

interface ReplannedHold {
  readonly details: PlannedDetails;
  /** Present if the pets need other cells than the hold has. */
  readonly legs?: readonly WantedLeg[];
}

/** Turns holds into appointments. The write is guarded by the version that was checked. */
@Injectable()
export class HoldConfirmationService {
  constructor(
    private readonly bookings: ReservationsService,
    private readonly planner: BookingPlanner,
    private readonly customers: BookingCustomersService,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /**
   * Repeatable with the same contact and pets. @throws AppError HOLD_EXPIRED | ALREADY_CONFIRMED | HOLD_CHANGED | QUOTE_CHANGED |
   * GATE_FAILED | SLOT_TAKEN and others
   */
  async confirm(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: ConfirmRequest,
  ): Promise<StoredBooking> {
    // Both are read in parallel; an expired hold is reported before a missing contact.
    const contact = this.customers.getContactId(scope, request.contact_id);
    const [held] = await Promise.all([this.appointments.getBooking(scope, id), contact.catch(() => undefined)]);
    if (isOver(held)) throw holdExpired();
    return this.confirmHeld(scope, actor, held, { ...request, contact_id: await contact });
  }

  /**
   * Checks a hold like a confirmation, stores contact, pets and notes in it, and keeps it for a payment of `ttlMs`. A later
   * confirmation with the same contact and pets changes neither time nor price. @throws like {@link confirm}
   */
  async startPaying(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: ConfirmRequest,
    ttlMs: number,
  ): Promise<StoredBooking> {
    const contact_id = await this.customers.getContactId(scope, request.contact_id);
    const held = await this.appointments.getBooking(scope, id);
    return this.confirmHeld(scope, actor, held, { ...request, contact_id }, async (current, checked, legs) => {
      const { confirmed_at: _at, pending_on: _on, is_pending: _is, pending_until: _until, ...details } = checked;
      const expected = { ver: current.ver };
      const ready = legs ? await this.bookings.move(scope, id, { legs, details, expected, onlyHold: true }) : current;
      return this.bookings.startPaying(scope, id, ttlMs, details, ready.ver);
    });
  }

  async confirmHeld(
    scope: CompanyScope,
    actor: BookingActor,
    seen: StoredBooking,
    request: ContactConfirmRequest,
    commit = this.committing(scope),
  ): Promise<StoredBooking> {
    const pets = request.pet_ids?.map((id) => id.toLowerCase());
    let held = seen;
    for (let tries = 1; ; tries++) {
      if (isCommitted(held)) return assertSame(held, request.contact_id, pets);
      if (isOver(held)) throw holdExpired();
      try {
        return await this.tryConfirm(scope, actor, held, request, pets, commit);
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        if (tries >= MAX_TRIES) throw error instanceof SlotTaken ? error : bookingBusy();
      }
      const latest = await this.appointments.getBooking(scope, held._id);
      const isSame = hasPets(latest, petsOf(held)) || (pets !== undefined && hasPets(latest, pets));
      if (!isCommitted(latest) && !(isSame && latest.starts_at.getTime() === held.starts_at.getTime()))
        throw holdChanged();
      held = latest;
    }
  }

  private async tryConfirm(
    scope: CompanyScope,
    actor: BookingActor,
    held: StoredBooking,
    request: ContactConfirmRequest,
    pets: readonly string[] | undefined,
    commit: Commit,
  ): Promise<StoredBooking> {
    const fitted =
      pets?.length && !hasPets(held, pets) ? await this.replan(scope, actor, held, pets, request) : undefined;
    const future = { ...held, ...fitted?.details };
    const { warnings, pending_on } = await this.customers.judgeGates(scope, future, request.contact_id);
    const { approve_by } = request;
    const approval = approve_by ? [{ kind: 'approval' as const, name: 'approval', pet_id: null }] : [];
    const waitsFor = [...pending_on, ...approval];
    const details = {
      ...fitted?.details,
      contact_id: request.contact_id,
      warnings,
      pending_on: waitsFor,
      is_pending: waitsFor.length > 0,
      pending_until: approve_by ? earlier(approve_by, held.starts_at) : null,
      confirmed_at: new Date(),
      ...(request.notes === undefined ? {} : { notes: request.notes }),
      ...(actor.userId === undefined ? {} : { booked_by: toObjectId(actor.userId) }),
      ...(actor.isSilent ? { is_silent: true as const } : {}),
    };
    return commit(held, details, fitted?.legs);
  }

  private committing(scope: CompanyScope): Commit {
    return ({ _id, ver }, details, legs) =>
      legs
        ? this.bookings.confirmWith(scope, _id, { legs, details, expected: { ver } })
        : this.bookings.confirm(scope, _id, details, ver);
  }

  /** @throws AppError QUOTE_CHANGED unless the caller accepted the new quote */
  private async replan(
    scope: CompanyScope,
    actor: BookingActor,
    held: StoredBooking,
    pets: readonly string[],
    { accept_quote }: ContactConfirmRequest,
  ): Promise<ReplannedHold> {
    const { plan, visit, catalog } = await this.planFor(scope, actor, held, withPets(held, pets));
    const details = plannedDetails(plan, visit);
    if (!isSameQuote(held, details)) {
      const quote = quoteOf(held, details, catalog, actor);
      if (quote.id !== accept_quote) throw quoteChanged(quote);
    }
    return { details, ...(isSameLegs(held.legs, plan.legs) ? {} : { legs: plan.legs }) };
  }

  /** Plans with the staff of the hold first, then with anybody. */
  private async planFor(
    scope: CompanyScope,
    actor: BookingActor,
    held: StoredBooking,
    request: VisitRequest,
  ): Promise<PlannedBooking> {
    // The hold already passed lead time and horizon.
    const asOf = held.created_at;
    const passed = held.override ? { override: 'any_hour' as const, allowsBusyPets: true } : {};
    const options = { channel: actor.channel, except: held._id, services: held.booked_services, asOf, ...passed };
    const planWith = (items: VisitRequest['items']): Promise<PlannedBooking> =>
      this.planner.plan(scope, { ...request, ...(items && { items }), starts_at: held.starts_at }, options);
    try {
      return await planWith(request.items);
    } catch (error) {
      if (!(error instanceof AppError) || !['SLOT_TAKEN', 'SLOT_NOT_OFFERED'].includes(error.code)) throw error;
      const anybody = request.items?.map(({ staff_id: _of, ...item }) => item);
      return await planWith(anybody).catch(() => Promise.reject(error));
    }
  }
}

const isOver = (booking: StoredBooking): boolean =>
  isDead(booking) || (!isCommitted(booking) && booking.exp !== null && booking.exp <= new Date());

const isOvertaken = (error: unknown): boolean =>
  error instanceof SlotTaken || (error instanceof AppError && CHANGED_MEANWHILE.includes(error.code));

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

const petsOf = ({ lines }: StoredBooking): string[] => [
  ...new Set(lines.flatMap(({ pet_id }) => pet_id?.toHexString() ?? [])),
];

function hasPets(booking: StoredBooking, wanted: readonly string[]): boolean {
  const has = petsOf(booking);
  return wanted.length === has.length && wanted.every((id) => has.includes(id));
}

/** @throws AppError ALREADY_CONFIRMED for another contact or other pets */
function assertSame(
  booking: StoredBooking,
  contactId: Types.ObjectId,
  pets: readonly string[] | undefined,
): StoredBooking {
  const isForThem = !pets?.length || hasPets(booking, pets);
  if (booking.contact_id?.equals(contactId) && isForThem) return booking;
  throw alreadyConfirmed();
}

function isSameLegs(one: readonly WantedLeg[], other: readonly WantedLeg[]): boolean {
  const listed = (legs: readonly WantedLeg[]): string =>
    legs
      .map(({ lane, from, to, quantity }) => `${lane}|${from}|${to}|${quantity}`)
      .sort()
      .join();
  return listed(one) === listed(other);
}
