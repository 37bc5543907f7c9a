import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Booking, Claim, ClaimOwner } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { type BlockingCell, type ClaimPlan, type Place, planClaims, type ClaimSnapshot } from './claim-plan.js';
import { inClaimOrder, type CellDemand, cellRangesOf } from './legs.js';
import { ExpiryWriter } from './expiry-writer.js';

/** Each round after the second means that other bookings won in between. */
const MAX_ROUNDS = 10;
/** A crash while claiming blocks the cells no longer than this. */
export const CLAIM_TTL_MS = 15_000;

/** Clock, randomness and pauses; tests use a virtual clock and a seed. */
export interface BookingEnvironment {
  now(): Date;
  random(): number;
  pause(ms: number): Promise<void>;
}

export interface ClaimSurvey {
  plan: ClaimPlan;
  snapshot: ClaimSnapshot;
}

/** Claims everything for one attempt or returns the blocking cell. The attempt keeps what it claimed before a failure. */
export class ClaimWriter {
  private readonly expiry: ExpiryWriter;

  constructor(
    private readonly store: BookingStore,
    private readonly environment: BookingEnvironment,
  ) {
    this.expiry = new ExpiryWriter(store);
  }

  async survey(scope: CompanyScope, demands: readonly CellDemand[], owner: ClaimOwner): Promise<ClaimSurvey> {
    // Reads claims before owners: an owner lists an attempt before it claims.
    const claims = await this.store.claimsIn(scope, cellRangesOf(demands));
    const ids = new Map(claims.map(({ b }) => [b.toHexString(), b]));
    const found = ids.size > 0 ? await this.store.owners(scope, [...ids.values()]) : [];
    const owners = new Map(found.map((owner) => [owner._id.toHexString(), owner]));
    const snapshot = { claims, owners, at: this.environment.now() };
    return { snapshot, plan: planClaims(demands, snapshot, owner, () => this.environment.random()) };
  }

  async claim(
    scope: CompanyScope,
    demands: readonly CellDemand[],
    owner: ClaimOwner,
    first: ClaimSurvey,
  ): Promise<BlockingCell | null> {
    let [open, survey] = [demands, first];
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { plan, snapshot } = survey;
      if (plan.blocked) return plan.blocked;
      await this.deleteStaleClaims(scope, plan.staleClaims, snapshot);
      const failed = await this.insertClaims(scope, plan.places, owner);
      if (!failed) return null;
      open = open.filter((demand) => inClaimOrder(demand, failed) >= 0);
      survey = await this.survey(scope, open, owner);
    }
    const [{ lane, cell } = { lane: '', cell: 0 }] = open;
    return { lane, cell, isUndecided: true };
  }

  private async insertClaims(
    scope: CompanyScope,
    places: readonly Place[],
    { b, a }: ClaimOwner,
  ): Promise<Place | null> {
    if (places.length === 0) return null;
    const company_id = scope.companyId;
    const claims = places.map(({ lane, cell, k }) => {
      return { _id: `${scope.id}|${lane}|${cell}|${k}`, company_id, lane, cell, k, b, a };
    });
    const failedAt = await this.store.insertClaims(scope, claims);
    return failedAt === null ? null : (places[failedAt] ?? null);
  }

  /** The expiry write first stops the owners from using these claims again. */
  private async deleteStaleClaims(
    scope: CompanyScope,
    staleClaims: readonly Claim[],
    { owners, at }: ClaimSnapshot,
  ): Promise<void> {
    const attempts = Map.groupBy(staleClaims, ({ b, a }) => `${b.toHexString()}|${a}`);
    await Promise.all(
      [...attempts.values()].map(async (claims) => {
        const { b, a } = claims[0] as Claim;
        if (!(await this.endExpiredAttempt(scope, owners.get(b.toHexString()), a, at))) return;
        crashPoint('booking.fenced');
        await this.store.deleteClaims(
          scope,
          { b, a },
          claims.map(({ _id }) => _id),
        );
      }),
    );
  }

  /** @returns false if the owner has changed since it was read */
  private async endExpiredAttempt(
    scope: CompanyScope,
    owner: Booking | undefined,
    a: string,
    now: Date,
  ): Promise<boolean> {
    if (!owner) return true;
    return (await this.expiry.endExpired(scope, owner, now, a)) !== null;
  }
}
