import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { type CompanyScope, type IdLike, toObjectId } from '../../../core/tenancy/index.js';
import type { WantedLeg, StoredBooking } from './booking.js';
import { BookingLifecycle } from './booking-lifecycle.js';
import type { BookingStep } from './booking-steps.js';
import type { BookingChange, ChangeDetails } from './booking-store.js';
import { ClaimReconciler } from './claim-reconciler.js';
import { ClaimWriter } from './claim-writer.js';
import { HoldCreator, type NewHold } from './hold-creator.js';
import { MongoBookingStore } from './mongo-booking-store.js';
import { type MoveRequest, BookingMover } from './booking-mover.js';

const ENVIRONMENT = { now: () => new Date(), random: Math.random, pause: (ms: number) => delay(ms) };

/** The protocol of README.md. The booking's document decides; claims are cleaned up afterwards, or by {@link BookingSweeper}. */
@Injectable()
export class ReservationsService {
  private readonly logger = new Logger(ReservationsService.name);
  private readonly reconciler: ClaimReconciler;
  private readonly mover: BookingMover;
  private readonly holds: HoldCreator;
  private readonly lifecycle: BookingLifecycle;

  constructor(store: MongoBookingStore) {
    const claimWriter = new ClaimWriter(store, ENVIRONMENT);
    this.reconciler = new ClaimReconciler(store, ENVIRONMENT);
    this.mover = new BookingMover(store, ENVIRONMENT, claimWriter, this.reconciler);
    this.holds = new HoldCreator(store, ENVIRONMENT, claimWriter, this.mover, this.reconciler);
    this.lifecycle = new BookingLifecycle(store, ENVIRONMENT);
  }

  /** Claims all legs or none. @throws SlotTaken (409 SLOT_TAKEN), and like {@link move} with `replaces` */
  async hold(scope: CompanyScope, request: NewHold): Promise<StoredBooking> {
    const held = await this.holds.hold(scope, request);
    if (request.replaces?.equals(held._id)) await this.finishOverdue(scope, held);
    return held;
  }

  /** Waits while the booking is being created. */
  findByClientKey(scope: CompanyScope, clientKey: string | undefined): Promise<StoredBooking | null> {
    return this.holds.findByClientKey(scope, clientKey);
  }

  /** Extends a hold to `ttlMs` from now; never shortens it. @throws AppError HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION */
  extend(scope: CompanyScope, id: IdLike, ttlMs: number): Promise<StoredBooking> {
    return this.lifecycle.extend(scope, toObjectId(id), ttlMs);
  }

  /** @param ttlMs life of the payment session @throws AppError HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION | VERSION_MISMATCH */
  startPaying(
    scope: CompanyScope,
    id: IdLike,
    ttlMs: number,
    details?: ChangeDetails,
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    return this.lifecycle.startPaying(scope, toObjectId(id), ttlMs, details, expectedVersion);
  }

  /** Repeatable. @throws AppError HOLD_EXPIRED | NOT_FOUND | VERSION_MISMATCH */
  confirm(scope: CompanyScope, id: IdLike, details?: ChangeDetails, expectedVersion?: number): Promise<StoredBooking> {
    return this.lifecycle.confirm(scope, toObjectId(id), details, expectedVersion);
  }

  /**
   * Confirms a hold with new legs in one write. @throws SlotTaken | AppError PET_BUSY | HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION |
   * CONCURRENT_CHANGE | VERSION_MISMATCH
   */
  confirmWith(
    scope: CompanyScope,
    id: IdLike,
    request: Pick<MoveRequest, 'legs' | 'details' | 'expected'>,
  ): Promise<StoredBooking> {
    return this.mover.move(scope, toObjectId(id), { ...request, confirms: true });
  }

  /** All or nothing. @throws like {@link BookingMover.move} */
  async move(scope: CompanyScope, id: IdLike, request: MoveRequest): Promise<StoredBooking> {
    const moved = await this.mover.move(scope, toObjectId(id), request);
    await this.finishOverdue(scope, moved);
    return moved;
  }

  /** Checks a move without claiming. @throws like {@link move} */
  assertFree(scope: CompanyScope, id: IdLike, legs: readonly WantedLeg[]): Promise<void> {
    return this.mover.assertFree(scope, toObjectId(id), { legs, details: {} });
  }

  /** @throws AppError INVALID_TRANSITION | NOT_FOUND | VERSION_MISMATCH */
  async cancel(
    scope: CompanyScope,
    id: IdLike,
    reason: string | null = null,
    details: ChangeDetails = {},
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const cancelled = await this.lifecycle.cancel(
      scope,
      toObjectId(id),
      { ...details, cancel_reason: reason },
      expectedVersion,
    );
    await this.finishOverdue(scope, cancelled);
    return cancelled;
  }

  /** @throws AppError INVALID_TRANSITION | NOT_FOUND */
  async release(scope: CompanyScope, id: IdLike, more: Pick<BookingChange, 'freesKey'> = {}): Promise<StoredBooking> {
    const released = await this.lifecycle.release(scope, toObjectId(id), more);
    await this.finishOverdue(scope, released);
    return released;
  }

  /** Ends a hold as if its time were over. Repeatable. @returns null if it is no hold any more */
  async expire(scope: CompanyScope, id: IdLike): Promise<StoredBooking | null> {
    const expired = await this.lifecycle.expire(scope, toObjectId(id));
    if (expired) await this.finishOverdue(scope, expired);
    return expired;
  }

  /** @throws AppError INVALID_TRANSITION | NOT_FOUND | VERSION_MISMATCH */
  async transition(
    scope: CompanyScope,
    id: IdLike,
    step: BookingStep,
    more: Pick<BookingChange, 'details' | 'legs'> = {},
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const changed = await this.lifecycle.transition(scope, toObjectId(id), step, more, expectedVersion);
    if (more.legs) await this.finishOverdue(scope, changed);
    return changed;
  }

  /** Changes fields that the protocol does not read. @throws AppError NOT_FOUND | INVALID_TRANSITION */
  edit(scope: CompanyScope, id: IdLike, details: ChangeDetails, expectedVersion?: number): Promise<StoredBooking> {
    return this.lifecycle.edit(scope, toObjectId(id), details, expectedVersion);
  }

  /** Ends an expired hold or move and deletes claims that are not listed. Never throws: the booking stays due until it is done. */
  async finishOverdue(scope: CompanyScope, { _id }: Pick<StoredBooking, '_id'>): Promise<void> {
    try {
      await this.reconciler.tidyClaims(scope, _id);
    } catch (error) {
      this.logger.warn(`booking ${_id.toHexString()} is left to the sweep`, error);
    }
  }
}
