import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { SingleFlight } from '../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from './appointment-details.js';
import type { ClaimOwner, Leg, WantedLeg, Overbook, StoredBooking } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { type ClaimReconciler, SWEEP_GRACE_MS } from './claim-reconciler.js';
import type { BlockingCell } from './claim-plan.js';
import { type BookingEnvironment, CLAIM_TTL_MS, type ClaimWriter } from './claim-writer.js';
import { retryConflicts, type AttemptOutcome } from './retry-conflicts.js';
import { ExpiryWriter, reconcileBy } from './expiry-writer.js';
import { type CellRange, legsForAttempt, type CellDemand, cellDemandsOf, cellRangesOf } from './legs.js';
import { isExpired } from './liveness.js';
import { LocalCellQueue } from './local-cell-queue.js';
import type { BookingMover } from './booking-mover.js';

const KEY_POLL_MS = 10;

export interface NewHold {
  /** Everything that must be free, with buffers and quotas. */
  legs: readonly WantedLeg[];
  details: AppointmentDetails;
  ttlMs: number;
  /** A repeated or parallel request with this key finds the same booking. */
  clientKey?: string;
  bodyHash?: string;
  overbook?: Overbook;
  /** Another hold of the same visitor, which is moved instead. */
  replaces?: Types.ObjectId;
}

interface Attempt extends ClaimOwner {
  legs: Leg[];
  demands: CellDemand[];
  exclusiveCells: CellRange[];
}

export class HoldCreator {
  private readonly expiry: ExpiryWriter;
  private readonly queue = new LocalCellQueue();
  private readonly surveys = new SingleFlight<BlockingCell | null>();

  constructor(
    private readonly store: BookingStore,
    private readonly environment: BookingEnvironment,
    private readonly claimWriter: ClaimWriter,
    private readonly mover: BookingMover,
    private readonly reconciler: ClaimReconciler,
  ) {
    this.expiry = new ExpiryWriter(store);
  }

  /** Claims all legs. A replaced hold keeps its id, and its old time until the new one is claimed. @throws SlotTaken */
  async hold(scope: CompanyScope, request: NewHold): Promise<StoredBooking> {
    if (request.replaces) {
      const replaced = await this.store.booking(scope, request.replaces);
      if (replaced?.state === 'HELD' && !isExpired(replaced, this.environment.now())) {
        return this.mover.move(scope, request.replaces, { ...request, onlyHold: true });
      }
    }
    const isOverbooking = request.overbook !== undefined;
    return retryConflicts(
      this.environment,
      () => isOverbooking,
      (fullBookables) => this.tryHold(scope, request, fullBookables),
    );
  }

  /** Waits until the booking is decided. An expired hold is ended first, which frees the key. */
  async findByClientKey(scope: CompanyScope, clientKey: string | undefined): Promise<StoredBooking | null> {
    if (!clientKey) return null;
    for (;;) {
      const found = await this.store.bookingByKey(scope, clientKey);
      const now = this.environment.now();
      if (found && isExpired(found, now)) await this.expiry.endExpired(scope, found, now);
      else if (found?.state !== 'CLAIMING') return found;
      else await this.environment.pause(KEY_POLL_MS * (1 + this.environment.random()));
    }
  }

  private async tryHold(
    scope: CompanyScope,
    request: NewHold,
    fullBookables: ReadonlySet<string>,
  ): Promise<AttemptOutcome> {
    const known = await this.findByClientKey(scope, request.clientKey);
    if (known) return { booking: known };
    const attempt = newAttempt(request, fullBookables);
    const others = this.queue.whenFree(attempt.exclusiveCells);
    if (!others) return this.queue.run(attempt.exclusiveCells, () => this.claim(scope, request, attempt));
    await others;
    const blocked = await this.findBlockingCell(scope, attempt);
    if (!blocked) return this.tryHold(scope, request, fullBookables);
    const ours = await this.findByClientKey(scope, request.clientKey);
    return ours ? { booking: ours } : { blocked };
  }

  /** Parallel requests for the same cells share one read. */
  private findBlockingCell(scope: CompanyScope, attempt: Attempt): Promise<BlockingCell | null> {
    const { demands } = attempt;
    return this.surveys.run(JSON.stringify([scope.id, demands]), Date.now(), async () => {
      const { plan } = await this.claimWriter.survey(scope, demands, attempt);
      return plan.blocked;
    });
  }

  private async claim(scope: CompanyScope, request: NewHold, attempt: Attempt): Promise<AttemptOutcome> {
    const { b, a, demands } = attempt;
    const survey = await this.claimWriter.survey(scope, demands, attempt);
    if (survey.plan.blocked) return survey.plan;
    const booking = this.newBooking(scope, request, attempt);
    try {
      if (!(await this.store.insertBooking(scope, booking))) return { busy: true };
      crashPoint('booking.intended');
      const blocked = await this.claimWriter.claim(scope, demands, { b, a }, survey);
      const held = blocked ? null : await this.commit(scope, b, request.ttlMs);
      if (held) return { booking: held };
      await this.abandon(scope, b);
      return blocked ? { blocked } : { busy: true };
    } catch (error) {
      await this.abandon(scope, b);
      throw error;
    }
  }

  private async commit(scope: CompanyScope, b: Types.ObjectId, ttlMs: number): Promise<StoredBooking | null> {
    crashPoint('booking.claimed');
    const at = this.environment.now();
    const exp = new Date(at.getTime() + ttlMs);
    const due_at = new Date(exp.getTime() + SWEEP_GRACE_MS);
    const guard = { states: ['CLAIMING'] as const, expAfter: at };
    const held = await this.store.change(scope, b, guard, { at, state: 'HELD', exp, due_at, event: 'held' });
    crashPoint('booking.held');
    return held;
  }

  /** Writes the state first, then releases the claims. The sweep finishes after a failure. */
  private async abandon(scope: CompanyScope, b: Types.ObjectId): Promise<void> {
    const at = this.environment.now();
    const death = { at, state: 'FAILED' as const, dead_at: at, due_at: reconcileBy(at), freesKey: true };
    try {
      const failed = await this.store.change(scope, b, { states: ['CLAIMING'] }, death);
      if (failed) await this.reconciler.releaseClaims(scope, failed);
      else await this.reconciler.tidyClaims(scope, b);
    } catch {
      // The hold expires by itself.
    }
  }

  private newBooking(
    scope: CompanyScope,
    { details, clientKey, bodyHash }: NewHold,
    { b, legs }: Attempt,
  ): StoredBooking {
    const now = this.environment.now();
    const exp = new Date(now.getTime() + CLAIM_TTL_MS);
    return {
      ...details,
      _id: b,
      company_id: scope.companyId,
      state: 'CLAIMING',
      exp,
      ver: 1,
      legs,
      move: null,
      dead_at: null,
      due_at: new Date(exp.getTime() + SWEEP_GRACE_MS),
      events: [],
      created_at: now,
      updated_at: now,
      ...(clientKey ? { client_key: clientKey } : {}),
      ...(bodyHash ? { body_hash: bodyHash } : {}),
    };
  }
}

function newAttempt({ legs: requests, overbook }: NewHold, fullBookables: ReadonlySet<string>): Attempt {
  const a = new Types.ObjectId().toHexString();
  const legs = legsForAttempt(requests, a, overbook, fullBookables);
  const demands = cellDemandsOf(legs, a);
  const exclusiveCells = cellRangesOf(demands.filter(({ capacity }) => capacity === 1));
  return { b: new Types.ObjectId(), a, legs, demands, exclusiveCells };
}
