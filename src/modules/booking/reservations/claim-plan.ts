import type { Booking, Claim, ClaimOwner } from './booking.js';
import type { Need } from './legs.js';
import { isLiveClaim } from './liveness.js';

/** One place of one cell. */
export interface Place {
  lane: string;
  cell: number;
  k: number;
}

/** Why needs cannot be met: the first full cell, and whether those in it may yet give up. */
export interface Blocked {
  lane: string;
  cell: number;
  isUndecided: boolean;
}

export type ClaimPlan =
  | { readonly blocked: Blocked }
  /** `places` are to be claimed in this order, when `garbage` is out of the way. */
  | { readonly blocked: null; readonly places: Place[]; readonly garbage: Claim[] };

/** What was found in the cells of needs: the claims, and their owners by hex id, read after them. */
export interface Sighting {
  claims: readonly Claim[];
  owners: ReadonlyMap<string, Booking>;
  at: Date;
}

/**
 * Chooses a place for everything that is still missing. Free places are chosen at random, so that those who come at
 * once do not all want the same one; garbage is chosen only where nothing is free.
 */
export function planClaims(
  needs: readonly Need[],
  { claims, owners, at }: Sighting,
  me: ClaimOwner,
  random: () => number,
): ClaimPlan {
  const byCell = Map.groupBy(claims, ({ lane, cell }) => `${lane}|${cell}`);
  const places: Place[] = [];
  const garbage: Claim[] = [];
  for (const need of needs) {
    const { lane, cell, capacity, quantity, mayOverbook } = need;
    const here = byCell.get(`${lane}|${cell}`) ?? [];
    const mine = here.filter(({ a, b }) => a === me.a && b.equals(me.b));
    const others = here.filter((claim) => !mine.includes(claim));
    const live = others.filter((claim) => isLiveClaim(claim, owners.get(claim.b.toHexString()), at));
    if (live.length + quantity > capacity && !mayOverbook) return { blocked: blockedBy(need, live, owners) };
    const dead = others.filter((claim) => !live.includes(claim));
    const chosen = chooseKs(need, quantity - mine.length, [...mine, ...live], dead, random);
    places.push(...chosen.map((k) => ({ lane, cell, k })));
    garbage.push(...dead.filter(({ k }) => chosen.includes(k)));
  }
  return { blocked: null, places, garbage };
}

function chooseKs(
  { capacity, mayOverbook }: Need,
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
  const chosen = [...free, ...open.filter((k) => deadKs.has(k))].slice(0, Math.max(0, count));
  for (let k = capacity; mayOverbook && chosen.length < count; k++) if (!takenKs.has(k)) chosen.push(k);
  return chosen.sort((one, other) => one - other);
}

function blockedBy({ lane, cell }: Need, live: readonly Claim[], owners: ReadonlyMap<string, Booking>): Blocked {
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
