import type { Booking, Claim, ClaimOwner } from './booking.js';
import type { CellDemand } from './legs.js';
import { isLiveClaim } from './liveness.js';
import { isPetBookable } from './pet-bookables.js';

export interface Place {
  lane: string;
  cell: number;
  k: number;
}

/** `isUndecided`: a booking in this full cell may still fail or expire. */
export interface BlockingCell {
  lane: string;
  cell: number;
  isUndecided: boolean;
}

export type ClaimPlan =
  | { readonly blocked: BlockingCell }
  /** Delete `staleClaims` first, then claim `places` in this order. */
  | { readonly blocked: null; readonly places: Place[]; readonly staleClaims: Claim[] };

/** Claims of the demanded cells, and their owners by hex id, read after the claims. */
export interface ClaimSnapshot {
  claims: readonly Claim[];
  owners: ReadonlyMap<string, Booking>;
  at: Date;
}

/** Chooses places for the missing demands, free ones at random to avoid conflicts, stale ones last. */
export function planClaims(
  demands: readonly CellDemand[],
  { claims, owners, at }: ClaimSnapshot,
  owner: ClaimOwner,
  random: () => number,
): ClaimPlan {
  const byCell = Map.groupBy(claims, ({ lane, cell }) => `${lane}|${cell}`);
  const places: Place[] = [];
  const staleClaims: Claim[] = [];
  for (const demand of demands) {
    const { lane, cell, capacity, quantity, mayOverbook } = demand;
    const here = byCell.get(`${lane}|${cell}`) ?? [];
    const mine = here.filter(({ a, b }) => a === owner.a && b.equals(owner.b));
    const others = here.filter((claim) => !mine.includes(claim));
    const live = others.filter((claim) => isLiveClaim(claim, owners.get(claim.b.toHexString()), at));
    if (live.length + quantity > capacity && !mayOverbook) return { blocked: blockedBy(demand, live, owners) };
    const dead = others.filter((claim) => !live.includes(claim));
    const chosen = choosePlaces(demand, quantity - mine.length, [...mine, ...live], dead, random);
    places.push(...chosen.map((k) => ({ lane, cell, k })));
    staleClaims.push(...dead.filter(({ k }) => chosen.includes(k)));
  }
  return { blocked: null, places, staleClaims };
}

function choosePlaces(
  { lane, capacity, mayOverbook }: CellDemand,
  count: number,
  taken: readonly Claim[],
  dead: readonly Claim[],
  random: () => number,
): number[] {
  const takenKs = new Set(taken.map(({ k }) => k));
  const deadKs = new Set(dead.map(({ k }) => k));
  const open = Array.from({ length: capacity }, (_, k) => k).filter((k) => !takenKs.has(k));
  const free = shuffled(
    open.filter((k) => !deadKs.has(k)),
    random,
  );
  // Bookings of one pet differ in capacity, so all of them compete for its first place.
  const inOrder = isPetBookable(lane) ? open : [...free, ...open.filter((k) => deadKs.has(k))];
  const chosen = inOrder.slice(0, Math.max(0, count));
  for (let k = capacity; mayOverbook && chosen.length < count; k++) if (!takenKs.has(k)) chosen.push(k);
  return chosen.sort((one, other) => one - other);
}

function blockedBy(
  { lane, cell }: CellDemand,
  live: readonly Claim[],
  owners: ReadonlyMap<string, Booking>,
): BlockingCell {
  const isUndecided = live.some(({ a, b }) => {
    const owner = owners.get(b.toHexString());
    return owner?.state === 'CLAIMING' || owner?.move?.a === a;
  });
  return { lane, cell, isUndecided };
}

function shuffled<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
