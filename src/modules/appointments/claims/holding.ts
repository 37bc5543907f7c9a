import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from '../appointment-details.js';
import type { Leg, LegRequest, Overbook, StoredBooking } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { type BookingTidy, SWEEP_GRACE_MS } from './booking-tidy.js';
import { type BookingEnvironment, CLAIM_TTL_MS, type Claiming } from './claiming.js';
import { contend, type Outcome } from './contention.js';
import { Lapsing, tidyBy } from './lapsing.js';
import { legsOf, needsOf } from './legs.js';
import { isLapsed } from './liveness.js';
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
  /** Lets full lanes be overbooked; only ever from staff. */
  overbook?: Overbook;
  /** A hold of the same visitor (the caller has proof of that) which gives way to this one. */
  replaces?: Types.ObjectId;
}

/** CLAIMING -> HELD. */
export class Holding {
  private readonly lapsing: Lapsing;

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
        return this.moving.move(scope, request.replaces, request);
      }
    }
    const isOverbooking = request.overbook !== undefined;
    return contend(this.environment, isOverbooking, (fullLanes) => this.tryHold(scope, request, fullLanes));
  }

  private async tryHold(scope: CompanyScope, request: HoldRequest, fullLanes: ReadonlySet<string>): Promise<Outcome> {
    const known = request.clientKey ? await this.known(scope, request.clientKey) : null;
    if (known) return { booking: known };
    const b = new Types.ObjectId();
    const a = new Types.ObjectId().toHexString();
    const legs = legsOf(request.legs, a, request.overbook, fullLanes);
    const needs = needsOf(legs, a);
    const seen = await this.claiming.survey(scope, needs, { b, a });
    if (seen.plan.blocked) return seen.plan;
    const now = this.environment.now();
    const x = new Date(now.getTime() + CLAIM_TTL_MS);
    try {
      if (!(await this.store.insertBooking(scope, this.intent(scope, request, b, legs, now, x)))) return { busy: true };
      crashPoint('booking.intended');
      const blocked = await this.claiming.claim(scope, needs, { b, a, x }, seen);
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
      await this.store.change(scope, b, { states: ['CLAIMING'] }, death);
      await this.tidy.settle(scope, b);
    } catch {
      // It lapses by itself.
    }
  }

  /** The booking that has the caller's key, as soon as it is decided whether it is one. */
  private async known(scope: CompanyScope, clientKey: string): Promise<StoredBooking | null> {
    for (;;) {
      const found = await this.store.bookingByKey(scope, clientKey);
      if (found?.state !== 'CLAIMING') return found;
      const now = this.environment.now();
      if (isLapsed(found, now)) await this.lapsing.end(scope, found, now);
      else await this.environment.pause(KEY_POLL_MS * (1 + this.environment.random()));
    }
  }

  private intent(
    scope: CompanyScope,
    { details, clientKey }: HoldRequest,
    _id: Types.ObjectId,
    legs: Leg[],
    now: Date,
    exp: Date,
  ): StoredBooking {
    return {
      ...details,
      _id,
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
    };
  }
}
