import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Booking, Claim, ClaimOwner } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { type BlockingCell, type ClaimPlan, type Place, planClaims, type ClaimSnapshot } from './claim-plan.js';
import { inClaimOrder, type CellDemand, cellRangesOf } from './legs.js';
import { ExpiryFence } from './expiry-fence.js';

/** Each round beyond the second means that others were quicker somewhere in the meantime. */
const MAX_ROUNDS = 10;
/** How long a process has to claim everything; a crash in between blocks the cells no longer than that. */
export const CLAIM_TTL_MS = 15_000;

/** Clock, chance and pauses of the protocol; tests replace them by a virtual clock and seeded chance. */
export interface BookingEnvironment {
  now(): Date;
  /** In [0, 1). */
  random(): number;
  pause(ms: number): Promise<void>;
}

/** A plan and what it was made from. */
export interface ClaimSurvey {
  plan: ClaimPlan;
  snapshot: ClaimSnapshot;
}

/** Gets claims for one attempt, all of them or a reason why not. What it got before it failed stays with the attempt. */
export class ClaimWriter {
  private readonly fence: ExpiryFence;

  constructor(
    private readonly store: BookingStore,
    private readonly environment: BookingEnvironment,
  ) {
    this.fence = new ExpiryFence(store);
  }

  /** Reads the claims in the demanded cells, in claim order. Writes nothing. */
  async survey(scope: CompanyScope, demands: readonly CellDemand[], owner: ClaimOwner): Promise<ClaimSurvey> {
    // Claims first: an attempt is listed by its owner before it claims anything.
    const claims = await this.store.claimsIn(scope, cellRangesOf(demands));
    const ids = new Map(claims.map(({ b }) => [b.toHexString(), b]));
    const found = ids.size > 0 ? await this.store.owners(scope, [...ids.values()]) : [];
    const owners = new Map(found.map((owner) => [owner._id.toHexString(), owner]));
    const snapshot = { claims, owners, at: this.environment.now() };
    return { snapshot, plan: planClaims(demands, snapshot, owner, () => this.environment.random()) };
  }

  /** @returns what is in the way, or null when the claimant has everything */
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

  /** @returns the first place that somebody else has, or null */
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

  /** Deletes stale claims, after a fence keeps their owners from using them again. */
  private async deleteStaleClaims(
    scope: CompanyScope,
    staleClaims: readonly Claim[],
    { owners, at }: ClaimSnapshot,
  ): Promise<void> {
    const attempts = Map.groupBy(staleClaims, ({ b, a }) => `${b.toHexString()}|${a}`);
    await Promise.all(
      [...attempts.values()].map(async (claims) => {
        const { b, a } = claims[0] as Claim;
        if (!(await this.fenceAttempt(scope, owners.get(b.toHexString()), a, at))) return;
        crashPoint('booking.fenced');
        await this.store.deleteClaims(
          scope,
          { b, a },
          claims.map(({ _id }) => _id),
        );
      }),
    );
  }

  /** Fences the owner where that is still to be done. @returns false when it has changed since it was read */
  private async fenceAttempt(scope: CompanyScope, owner: Booking | undefined, a: string, now: Date): Promise<boolean> {
    if (!owner) return true;
    return (await this.fence.endExpired(scope, owner, now, a)) !== null;
  }
}
