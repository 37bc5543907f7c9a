import type { Booking, Claim, Leg, WantedLeg, Overbook } from './booking.js';
import { isMoveExpired } from './liveness.js';

export interface CellDemand {
  lane: string;
  cell: number;
  capacity: number;
  quantity: number;
  mayOverbook: boolean;
}

export interface CellRange {
  lane: string;
  from: number;
  to: number;
}

type Piece = Omit<Leg, 'lane' | 'from' | 'to'>;

/** `overbook` is set on legs of `fullBookables` only. */
export function legsForAttempt(
  requests: readonly WantedLeg[],
  a: string,
  overbook?: Overbook,
  fullBookables: ReadonlySet<string> = new Set(),
): Leg[] {
  return requests.map(({ lane, capacity, from, to, quantity }) => ({
    a,
    lane,
    from,
    to,
    capacity,
    quantity,
    ...(overbook && fullBookables.has(lane) ? { overbook } : {}),
  }));
}

export function cellDemandsOf(legs: readonly Leg[], a: string): CellDemand[] {
  const demands = new Map<string, CellDemand>();
  for (const { lane, from, to, capacity, quantity, overbook } of legs.filter((leg) => leg.a === a)) {
    for (let cell = from; cell < to; cell++) {
      const known = demands.get(`${lane}|${cell}`);
      demands.set(`${lane}|${cell}`, {
        lane,
        cell,
        capacity: Math.min(capacity, known?.capacity ?? capacity),
        quantity: quantity + (known?.quantity ?? 0),
        mayOverbook: overbook !== undefined || known?.mayOverbook === true,
      });
    }
  }
  return [...demands.values()].sort(inClaimOrder);
}

/** All bookings claim in this order, so they cannot block each other. */
export function inClaimOrder(one: { lane: string; cell: number }, other: { lane: string; cell: number }): number {
  if (one.lane !== other.lane) return one.lane < other.lane ? -1 : 1;
  return one.cell - other.cell;
}

export function cellRangesOf(demands: readonly CellDemand[]): CellRange[] {
  const spans: CellRange[] = [];
  for (const { lane, cell } of demands) {
    const last = spans.at(-1);
    if (last?.lane === lane && last.to === cell) last.to++;
    else spans.push({ lane, from: cell, to: cell + 1 });
  }
  return spans;
}

/** Legs after a move: shared cells stay under their attempt, the rest is demanded by the new attempt `a`. */
export function legsAfterMove(old: readonly Leg[], wanted: readonly Leg[], a: string): Leg[] {
  const kept = piecesByCell(old);
  return cellDemandsOf(wanted, a)
    .map(({ lane, cell, capacity, quantity, mayOverbook }) => {
      const pieces: Piece[] = [];
      let missing = quantity;
      for (const piece of kept.get(`${lane}|${cell}`) ?? []) {
        const share = Math.min(piece.quantity, missing);
        if (share > 0) pieces.push({ ...piece, quantity: share });
        missing -= share;
      }
      const overbook = mayOverbook ? wanted.find((leg) => leg.lane === lane && leg.overbook)?.overbook : undefined;
      if (missing > 0) pieces.push({ a, capacity, quantity: missing, ...(overbook ? { overbook } : {}) });
      return { lane, cell, pieces };
    })
    .reduce<Leg[]>((legs, { lane, cell, pieces }) => {
      for (const piece of pieces) append(legs, lane, cell, piece);
      return legs;
    }, []);
}

/** Claims that the booking does not list. Read the claims before the booking: an attempt is listed before it claims. */
export function unlistedClaims(booking: Booking, claims: readonly Claim[], now: Date): Claim[] {
  const { legs, move } = booking;
  const moving = move && !isMoveExpired(booking, now) ? move.legs.filter(({ a }) => a === move.a) : [];
  const wanted = new Map<string, number>();
  for (const { a, lane, from, to, quantity } of [...legs, ...moving]) {
    for (let cell = from; cell < to; cell++) {
      const key = `${a}|${lane}|${cell}`;
      wanted.set(key, (wanted.get(key) ?? 0) + quantity);
    }
  }
  // Ordered by k, so that all processes choose the same claims.
  return [...claims]
    .sort((one, other) => one.k - other.k)
    .filter(({ a, lane, cell }) => {
      const key = `${a}|${lane}|${cell}`;
      const left = wanted.get(key) ?? 0;
      wanted.set(key, left - 1);
      return left <= 0;
    });
}

function piecesByCell(legs: readonly Leg[]): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  for (const { lane, from, to, ...piece } of legs) {
    for (let cell = from; cell < to; cell++) {
      const key = `${lane}|${cell}`;
      pieces.set(key, [...(pieces.get(key) ?? []), piece]);
    }
  }
  return pieces;
}

function append(legs: Leg[], lane: string, cell: number, piece: Piece): void {
  const same = legs.find(
    (leg) =>
      leg.lane === lane &&
      leg.to === cell &&
      leg.a === piece.a &&
      leg.quantity === piece.quantity &&
      leg.capacity === piece.capacity &&
      leg.overbook?.reason === piece.overbook?.reason,
  );
  if (same) same.to++;
  else legs.push({ ...piece, lane, from: cell, to: cell + 1 });
}
