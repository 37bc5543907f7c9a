import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  type BookingState,
  COMMITTED_STATES,
  HOLD_STATES,
  isCommitted,
  isDead,
  type StoredBooking,
} from './booking.js';
import { assertVersion, holdExpired, invalidTransition } from './booking.errors.js';
import type { BookingChange, BookingGuard, BookingStore, ChangeDetails } from './booking-store.js';
import { type BookingStep, stepRule } from './booking-steps.js';
import { SWEEP_GRACE_MS } from './claim-reconciler.js';
import type { BookingEnvironment } from './claim-writer.js';
import { expiry, reconcileBy } from './expiry-writer.js';

const CANCELLABLE = [...HOLD_STATES, 'CONFIRMED', 'CHECKED_IN'] as const satisfies readonly BookingState[];

type VersionGuard = Pick<BookingGuard, 'states' | 'ver'>;

const guardOf = (states: readonly BookingState[], expectedVersion?: number): VersionGuard =>
  expectedVersion === undefined ? { states } : { states, ver: expectedVersion };

/** Changes that claim nothing: each is one guarded, repeatable write. */
export class BookingLifecycle {
  constructor(
    private readonly store: BookingStore,
    private readonly environment: Pick<BookingEnvironment, 'now'>,
  ) {}

  /** The commit point: from this write on the time belongs to the customer. @throws AppError HOLD_EXPIRED | NOT_FOUND | VERSION_MISMATCH */
  async confirm(
    scope: CompanyScope,
    id: Types.ObjectId,
    details: ChangeDetails = {},
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const at = this.environment.now();
    // Also cancels a move that is still claiming: the customer confirmed the time that was shown. The sweep releases its
    // claims.
    const change = { at, state: 'CONFIRMED', exp: null, move: null, details } as const;
    const guard = { ...guardOf(HOLD_STATES, expectedVersion), expAfter: at };
    const confirmed = await this.store.change(scope, id, guard, { ...change, event: 'confirmed' });
    crashPoint('booking.confirmed');
    if (confirmed) return confirmed;
    const current = await this.find(scope, id, expectedVersion);
    if (isCommitted(current)) return current;
    throw holdExpired();
  }

  /** Never shortens a hold. @throws AppError HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION */
  async extend(scope: CompanyScope, id: Types.ObjectId, ttlMs: number): Promise<StoredBooking> {
    const current = await this.find(scope, id);
    const wanted = this.environment.now().getTime() + ttlMs;
    const isLongEnough = current.state === 'HELD' && current.exp !== null && current.exp.getTime() >= wanted;
    return isLongEnough ? current : this.prolongHold(scope, id, ttlMs, {});
  }

  /** Keeps the hold as long as the payment session. @throws AppError HOLD_EXPIRED | NOT_FOUND | INVALID_TRANSITION | VERSION_MISMATCH */
  startPaying(
    scope: CompanyScope,
    id: Types.ObjectId,
    ttlMs: number,
    details: ChangeDetails = {},
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    return this.prolongHold(scope, id, ttlMs, { state: 'PAYING', details, event: 'held' }, expectedVersion);
  }

  /** Returns a booking that has already ended unchanged. @throws AppError INVALID_TRANSITION | NOT_FOUND | VERSION_MISMATCH */
  async cancel(
    scope: CompanyScope,
    id: Types.ObjectId,
    details: ChangeDetails,
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    return this.end(scope, id, guardOf(CANCELLABLE, expectedVersion), { event: 'cancelled', details });
  }

  /** Changes fields that the protocol does not read. @throws AppError NOT_FOUND | VERSION_MISMATCH | INVALID_TRANSITION */
  async edit(
    scope: CompanyScope,
    id: Types.ObjectId,
    details: ChangeDetails,
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const at = this.environment.now();
    const guard = guardOf([...HOLD_STATES, ...COMMITTED_STATES], expectedVersion);
    const edited = await this.store.change(scope, id, guard, { at, details, event: 'edited' });
    if (edited) return edited;
    throw invalidTransition((await this.find(scope, id, expectedVersion)).state, 'CONFIRMED');
  }

  /** Ends a hold. `freesKey` allows a new booking with the client_key. @throws AppError INVALID_TRANSITION | NOT_FOUND */
  async release(
    scope: CompanyScope,
    id: Types.ObjectId,
    more: Pick<BookingChange, 'freesKey'> = {},
  ): Promise<StoredBooking> {
    return this.end(scope, id, guardOf(HOLD_STATES), { event: 'released', ...more });
  }

  /** Ends a hold as if its time were over. Repeatable. @returns null if it is no hold any more */
  expire(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking | null> {
    return this.store.change(scope, id, { states: HOLD_STATES }, expiry('EXPIRED', this.environment.now()));
  }

  /**
   * Takes a step and drops a running move; repeatable. `legs` are the legs that the booking keeps. @throws AppError INVALID_TRANSITION |
   * NOT_FOUND | VERSION_MISMATCH
   */
  async transition(
    scope: CompanyScope,
    id: Types.ObjectId,
    step: BookingStep,
    more: Pick<BookingChange, 'details' | 'legs'> = {},
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const { from, to, event } = stepRule(step);
    const at = this.environment.now();
    const reconciling = more.legs ? { due_at: reconcileBy(at) } : {};
    const change = { at, state: to, move: null, event, ...more, ...reconciling };
    return (
      (await this.store.change(scope, id, guardOf([from], expectedVersion), change)) ??
      this.findInState(scope, id, to, expectedVersion)
    );
  }

  /** Writes the state first: from then on the claims do not count. */
  private async end(
    scope: CompanyScope,
    id: Types.ObjectId,
    guard: VersionGuard,
    more: Pick<BookingChange, 'event' | 'details' | 'freesKey'>,
  ): Promise<StoredBooking> {
    const at = this.environment.now();
    const cancellation = {
      at,
      state: 'CANCELLED',
      exp: null,
      move: null,
      dead_at: at,
      due_at: reconcileBy(at),
      ...more,
    } as const;
    const ended = await this.store.change(scope, id, guard, cancellation);
    if (ended) return ended;
    const current = await this.find(scope, id, guard.ver);
    if (isDead(current)) return current;
    throw invalidTransition(current.state, 'CANCELLED');
  }

  private async prolongHold(
    scope: CompanyScope,
    id: Types.ObjectId,
    ttlMs: number,
    more: Pick<BookingChange, 'state' | 'details' | 'event'>,
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const at = this.environment.now();
    const exp = new Date(at.getTime() + ttlMs);
    const change = { at, exp, due_at: new Date(exp.getTime() + SWEEP_GRACE_MS), ...more };
    const kept = await this.store.change(scope, id, { ...guardOf(HOLD_STATES, expectedVersion), expAfter: at }, change);
    if (kept) return kept;
    const current = await this.find(scope, id, expectedVersion);
    throw isCommitted(current) ? invalidTransition(current.state, more.state ?? 'HELD') : holdExpired();
  }

  private async findInState(
    scope: CompanyScope,
    id: Types.ObjectId,
    to: BookingState,
    expectedVersion?: number,
  ): Promise<StoredBooking> {
    const current = await this.find(scope, id, expectedVersion);
    if (current.state === to) return current;
    throw invalidTransition(current.state, to);
  }

  private async find(scope: CompanyScope, id: Types.ObjectId, expectedVersion?: number): Promise<StoredBooking> {
    const found = await this.store.booking(scope, id);
    if (!found || found.state === 'CLAIMING' || found.state === 'FAILED') throw AppError.notFound('Appointment');
    assertVersion(found, expectedVersion);
    return found;
  }
}
