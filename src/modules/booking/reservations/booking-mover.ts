import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  type BookingState,
  type ClaimOwner,
  HOLD_STATES,
  isTentative,
  type Leg,
  type WantedLeg,
  type Overbook,
  type StoredBooking,
} from './booking.js';
import { assertVersion, bookingBusy, cellTaken, holdExpired, invalidTransition, notMovable } from './booking.errors.js';
import { type BookingStep, stepRule } from './booking-steps.js';
import type { BookingChange, BookingStore, ChangeDetails } from './booking-store.js';
import { type ClaimReconciler, SWEEP_GRACE_MS } from './claim-reconciler.js';
import { type BookingEnvironment, CLAIM_TTL_MS, type ClaimWriter } from './claim-writer.js';
import { retryConflicts, type AttemptOutcome } from './retry-conflicts.js';
import { reconcileBy } from './expiry-writer.js';
import { legsForAttempt, type CellDemand, cellDemandsOf, legsAfterMove } from './legs.js';
import { isExpired, isMoveExpired } from './liveness.js';

const MOVABLE = ['HELD', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS'] as const satisfies readonly BookingState[];

export interface MoveRequest {
  legs: readonly WantedLeg[];
  details: ChangeDetails;
  /** Life of a hold after the move; ignored for confirmed bookings. */
  ttlMs?: number;
  overbook?: Overbook;
  /** Absent: every bookable may be overbooked. */
  overbookOnly?: ReadonlySet<string>;
  /** Refuses to move a booking that was confirmed meanwhile. */
  onlyHold?: boolean;
  /** Confirms the hold in the same write and publishes only the confirmation. */
  confirms?: boolean;
  /** Taken in the same write. A booking that has already taken it is returned unchanged. */
  step?: BookingStep;
  /** The move updates it, so that it can be tried again. */
  expected?: { ver: number };
}

/** Claims the new time as a second attempt; one write then commits it and gives up the old time. */
export class BookingMover {
  constructor(
    private readonly store: BookingStore,
    private readonly environment: BookingEnvironment,
    private readonly claimWriter: ClaimWriter,
    private readonly reconciler: ClaimReconciler,
  ) {}

  /**
   * Moves a booking or hold, which keeps its time if the new one is taken. @throws SlotTaken | AppError PET_BUSY | NOT_FOUND | HOLD_EXPIRED
   * | INVALID_TRANSITION | CONCURRENT_CHANGE | VERSION_MISMATCH
   */
  async move(scope: CompanyScope, id: Types.ObjectId, request: MoveRequest): Promise<StoredBooking> {
    const { overbook, overbookOnly } = request;
    const mayOverbook = (bookable: string): boolean => overbook !== undefined && (overbookOnly?.has(bookable) ?? true);
    return retryConflicts(this.environment, mayOverbook, (fullBookables) =>
      this.tryMove(scope, id, request, fullBookables),
    );
  }

  /** Checks a move without claiming. @throws like {@link move} */
  async assertFree(scope: CompanyScope, id: Types.ObjectId, request: MoveRequest): Promise<void> {
    const current = await this.find(scope, id, request);
    this.assertMovable(current, request);
    if (this.isMoving(current)) throw bookingBusy();
    const { demands, owner } = newArrangement(current, request);
    const { plan } = await this.claimWriter.survey(scope, demands, owner);
    if (plan.blocked) throw cellTaken(plan.blocked.lane, plan.blocked.cell);
  }

  private async tryMove(
    scope: CompanyScope,
    id: Types.ObjectId,
    request: MoveRequest,
    fullBookables: ReadonlySet<string>,
  ): Promise<AttemptOutcome> {
    const current = await this.find(scope, id, request);
    if (request.step && current.state === stepRule(request.step).to) return { booking: current };
    this.assertMovable(current, request);
    if (this.isMoving(current)) return { busy: true };
    const { legs, demands, owner } = newArrangement(current, request, fullBookables);
    const { a } = owner;
    const survey = await this.claimWriter.survey(scope, demands, owner);
    if (survey.plan.blocked) return survey.plan;
    const at = this.environment.now();
    const exp = new Date(at.getTime() + CLAIM_TTL_MS);
    const intent = { at, move: { a, exp, legs }, due_at: new Date(exp.getTime() + SWEEP_GRACE_MS) };
    const begun = await this.store.change(scope, id, { ver: current.ver }, intent);
    if (!begun) return { busy: true };
    crashPoint('booking.move_intended');
    try {
      const blocked = await this.claimWriter.claim(scope, demands, owner, survey);
      const moved = blocked ? null : await this.commit(scope, begun, request);
      if (moved) return { booking: moved };
      await this.abandonMove(scope, begun, request);
      return blocked ? { blocked } : { busy: true };
    } catch (error) {
      await this.abandonMove(scope, begun, request);
      throw error;
    }
  }

  private async find(scope: CompanyScope, id: Types.ObjectId, { expected }: MoveRequest): Promise<StoredBooking> {
    const booking = await this.store.booking(scope, id);
    if (!booking || booking.state === 'FAILED' || booking.state === 'CLAIMING') throw AppError.notFound('Appointment');
    assertVersion(booking, expected?.ver);
    return booking;
  }

  private isMoving(booking: StoredBooking): boolean {
    return booking.move !== null && !isMoveExpired(booking, this.environment.now());
  }

  private assertMovable(booking: StoredBooking, request: MoveRequest): void {
    const { step } = request;
    if (booking.state === 'EXPIRED' || isExpired(booking, this.environment.now())) throw holdExpired();
    if (step && booking.state !== stepRule(step).from) throw invalidTransition(booking.state, stepRule(step).to);
    if (!step && !movableStates(request).includes(booking.state)) throw notMovable(booking.state);
  }

  /** Guarded by the version, which changes if the move or the booking ends. */
  private async commit(
    scope: CompanyScope,
    { _id, ver, move, state }: StoredBooking,
    { details, ttlMs, step, confirms = false }: MoveRequest,
  ): Promise<StoredBooking | null> {
    crashPoint('booking.move_claimed');
    const at = this.environment.now();
    const change = { at, legs: move?.legs ?? [], move: null, details };
    if (confirms) {
      const confirmation = { ...change, state: 'CONFIRMED', exp: null, event: 'confirmed' } as const;
      const confirmed = await this.store.change(scope, _id, { ver, expAfter: at }, confirmation);
      crashPoint('booking.confirmed');
      return confirmed;
    }
    const life: Partial<BookingChange> =
      isTentative({ state }) && ttlMs !== undefined ? { exp: new Date(at.getTime() + ttlMs) } : {};
    const told = step ? { state: stepRule(step).to, event: stepRule(step).event } : { event: 'moved' as const };
    const moved = await this.store.change(
      scope,
      _id,
      { ver },
      { ...change, due_at: reconcileBy(at), ...told, ...life },
    );
    crashPoint('booking.moved');
    return moved;
  }

  private async abandonMove(
    scope: CompanyScope,
    { _id, ver }: StoredBooking,
    { expected }: MoveRequest,
  ): Promise<void> {
    const at = this.environment.now();
    try {
      const given = await this.store.change(scope, _id, { ver }, { at, move: null, due_at: reconcileBy(at) });
      if (expected && given) expected.ver = given.ver;
      await this.reconciler.tidyClaims(scope, _id);
    } catch {
      // The sweep cleans up; the move expires by itself.
    }
  }
}

function movableStates({ onlyHold, confirms }: MoveRequest): readonly BookingState[] {
  if (confirms) return HOLD_STATES;
  return onlyHold ? ['HELD'] : MOVABLE;
}

interface ClaimedLegs {
  readonly legs: Leg[];
  readonly demands: CellDemand[];
  readonly owner: ClaimOwner;
}

function newArrangement(
  { _id, legs: old }: StoredBooking,
  { legs: wanted, overbook }: MoveRequest,
  fullBookables: ReadonlySet<string> = new Set(),
): ClaimedLegs {
  const a = new Types.ObjectId().toHexString();
  const legs = legsAfterMove(old, legsForAttempt(wanted, a, overbook, fullBookables), a);
  return { legs, demands: cellDemandsOf(legs, a), owner: { b: _id, a } };
}
