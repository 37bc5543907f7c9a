import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { SingleFlight } from '../../../core/database/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from './appointment-details.js';
import type { ClaimOwner, Leg, LegRequest, Overbook, StoredBooking } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { type BookingTidy, SWEEP_GRACE_MS } from './booking-tidy.js';
import type { Blocked } from './claim-plan.js';
import { type BookingEnvironment, CLAIM_TTL_MS, type Claiming } from './claiming.js';
import { contend, type Outcome } from './contention.js';
import { Lapsing, tidyBy } from './lapsing.js';
import { type LaneSpan, legsOf, type Need, needsOf, spansOf } from './legs.js';
import { isLapsed } from './liveness.js';
import { LocalTurns } from './local-turns.js';
import type { Moving } from './moving.js';

const KEY_POLL_MS = 10;

export interface HoldRequest {
  /** Everything that has to be free, pads and quotas included; all of it is taken or nothing. */
  legs: readonly LegRequest[];
  details: AppointmentDetails;
  /** How long the hold lives. */
  ttlMs: number;
  /** The caller's own name for this request: repeated, also in parallel, it finds the same booking. */
  clientKey?: string;
  /** Hash of the request that has the key, stored beside it. */
  bodyHash?: string;
  /** Lets full lanes be overbooked; only ever from staff. */
  overbook?: Overbook;
  /** A hold of the same visitor (the caller has proof of that) which gives way to this one. */
  replaces?: Types.ObjectId;
}

/** One try: ids that are never used again, and what is to be claimed under them. */
interface Attempt extends ClaimOwner {
  legs: Leg[];
  needs: Need[];
  /** The cells that only one can have. */
  turn: LaneSpan[];
}

/** CLAIMING -> HELD. */
export class Holding {
  private readonly lapsing: Lapsing;
  private readonly turns = new LocalTurns();
  private readonly looks = new SingleFlight<Blocked | null>();

  constructor(
    private readonly store: BookingStore,
    private readonly environment: BookingEnvironment,
    private readonly claiming: Claiming,
    private readonly moving: Moving,
    private readonly tidy: BookingTidy,
  ) {
    this.lapsing = new Lapsing(store);
  }

  /**
   * Holds everything that is asked for. A hold that replaces a living one is that one moved, so that it keeps its id, and
   * its old time until the new one is certain.
   * @throws SlotTaken
   */
  async hold(scope: CompanyScope, request: HoldRequest): Promise<StoredBooking> {
    if (request.replaces) {
      const replaced = await this.store.booking(scope, request.replaces);
      if (replaced?.state === 'HELD' && !isLapsed(replaced, this.environment.now())) {
        return this.moving.move(scope, request.replaces, { ...request, onlyHold: true });
      }
    }
    const isOverbooking = request.overbook !== undefined;
    return contend(
      this.environment,
      () => isOverbooking,
      (fullLanes) => this.tryHold(scope, request, fullLanes),
    );
  }

  /** The booking that has the caller's key, as soon as it is decided whether it is one. A hold that has lapsed is ended first and frees the key. */
  async known(scope: CompanyScope, clientKey: string | undefined): Promise<StoredBooking | null> {
    if (!clientKey) return null;
    for (;;) {
      const found = await this.store.bookingByKey(scope, clientKey);
      const now = this.environment.now();
      if (found && isLapsed(found, now)) await this.lapsing.end(scope, found, now);
      else if (found?.state !== 'CLAIMING') return found;
      else await this.environment.pause(KEY_POLL_MS * (1 + this.environment.random()));
    }
  }

  private async tryHold(scope: CompanyScope, request: HoldRequest, fullLanes: ReadonlySet<string>): Promise<Outcome> {
    const known = await this.known(scope, request.clientKey);
    if (known) return { booking: known };
    const attempt = newAttempt(request, fullLanes);
    const others = this.turns.others(attempt.turn);
    if (!others) return this.turns.run(attempt.turn, () => this.claim(scope, request, attempt));
    await others;
    const blocked = await this.lookAt(scope, attempt);
    if (!blocked) return this.tryHold(scope, request, fullLanes);
    const ours = await this.known(scope, request.clientKey);
    return ours ? { booking: ours } : { blocked };
  }

  /** Those who waited for the same cells look at them once together. */
  private lookAt(scope: CompanyScope, attempt: Attempt): Promise<Blocked | null> {
    const { needs } = attempt;
    return this.looks.run(JSON.stringify([scope.id, needs]), Date.now(), async () => {
      const { plan } = await this.claiming.survey(scope, needs, attempt);
      return plan.blocked;
    });
  }

  private async claim(scope: CompanyScope, request: HoldRequest, attempt: Attempt): Promise<Outcome> {
    const { b, a, needs } = attempt;
    const seen = await this.claiming.survey(scope, needs, attempt);
    if (seen.plan.blocked) return seen.plan;
    const booking = this.intent(scope, request, attempt);
    try {
      if (!(await this.store.insertBooking(scope, booking))) return { busy: true };
      crashPoint('booking.intended');
      const blocked = await this.claiming.claim(scope, needs, { b, a }, seen);
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

  /** State first, then the claims; what fails here is left to the sweep. */
  private async abandon(scope: CompanyScope, b: Types.ObjectId): Promise<void> {
    const at = this.environment.now();
    const death = { at, state: 'FAILED' as const, dead_at: at, due_at: tidyBy(at), freesKey: true };
    try {
      const failed = await this.store.change(scope, b, { states: ['CLAIMING'] }, death);
      if (failed) await this.tidy.bury(scope, failed);
      else await this.tidy.settle(scope, b);
    } catch {
      // It lapses by itself.
    }
  }

  private intent(
    scope: CompanyScope,
    { details, clientKey, bodyHash }: HoldRequest,
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

function newAttempt({ legs: requests, overbook }: HoldRequest, fullLanes: ReadonlySet<string>): Attempt {
  const a = new Types.ObjectId().toHexString();
  const legs = legsOf(requests, a, overbook, fullLanes);
  const needs = needsOf(legs, a);
  const turn = spansOf(needs.filter(({ capacity }) => capacity === 1));
  return { b: new Types.ObjectId(), a, legs, needs, turn };
}
