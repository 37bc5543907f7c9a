import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Booking, type Claim, isCommitted, isDead } from './booking.js';
import type { BookingStore } from './booking-store.js';
import type { BookingEnvironment } from './claim-writer.js';
import { ExpiryWriter } from './expiry-writer.js';
import { unlistedClaims } from './legs.js';

export const SWEEP_GRACE_MS = 2_000;
const DAY_MS = 86_400_000;
/** Claims of past bookings are kept this long; the appointment keeps its legs. */
export const CLAIM_RETENTION_MS = 7 * DAY_MS;
/** Second check of a dead booking, for claims of a process that was paused. Unconfirmed bookings are deleted then. */
export const DEAD_RETENTION_MS = DAY_MS;

/**
 * Deletes claims that their booking does not list. It first ends an expired hold, payment or move. Only space and speed
 * depend on it.
 */
export class ClaimReconciler {
  private readonly expiry: ExpiryWriter;

  constructor(
    private readonly store: BookingStore,
    private readonly environment: Pick<BookingEnvironment, 'now'>,
  ) {
    this.expiry = new ExpiryWriter(store);
  }

  /** Also records when the booking is due again. */
  async tidyClaims(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    // Reads claims before the booking: a claim that is not listed later has ended.
    const claims = await this.store.claimsOf(scope, id);
    const [found] = await this.store.owners(scope, [id]);
    const now = this.environment.now();
    const booking = found && (await this.expiry.endExpired(scope, found, now));
    if (!booking) return;
    if (isDead(booking)) return this.releaseClaims(scope, booking);
    const purgeAt = new Date(booking.ends_at.getTime() + CLAIM_RETENTION_MS);
    if (isCommitted(booking) && purgeAt <= now) {
      await this.store.deleteAllClaims(scope, id);
      return this.store.setDue(scope, id, booking.ver, undefined);
    }
    await this.deleteUnlistedClaims(scope, booking, claims, now);
    await this.store.setDue(scope, id, booking.ver, nextCheck(booking, purgeAt));
  }

  async releaseClaims(scope: CompanyScope, { _id, ver, dead_at }: Booking): Promise<void> {
    crashPoint('booking.dead');
    await this.store.deleteAllClaims(scope, _id);
    const lastLook = new Date((dead_at?.getTime() ?? 0) + DEAD_RETENTION_MS);
    if (lastLook > this.environment.now()) return this.store.setDue(scope, _id, ver, lastLook);
    if (await this.store.removeUnconfirmed(scope, _id)) return;
    return this.store.setDue(scope, _id, ver, undefined);
  }

  private async deleteUnlistedClaims(
    scope: CompanyScope,
    booking: Booking,
    claims: readonly Claim[],
    now: Date,
  ): Promise<void> {
    const excess = unlistedClaims(booking, claims, now);
    const attempts = Map.groupBy(excess, ({ a }) => a);
    for (const [a, superfluous] of attempts) {
      const ids = superfluous.map(({ _id }) => _id);
      await this.store.deleteClaims(scope, { b: booking._id, a }, ids);
    }
  }
}

function nextCheck({ exp, move }: Booking, purgeAt: Date): Date {
  const lapses = [exp, move?.exp].filter((at) => at instanceof Date).map((at) => at.getTime() + SWEEP_GRACE_MS);
  return new Date(Math.min(...lapses, purgeAt.getTime()));
}
