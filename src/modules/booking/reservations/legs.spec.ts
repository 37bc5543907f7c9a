import { Types } from 'mongoose';
import fc from 'fast-check';
import type { Booking, Claim, Leg } from './booking.js';
import { planClaims } from './claim-plan.js';
import { unlistedClaims, inClaimOrder, cellDemandsOf, legsAfterMove, cellRangesOf } from './legs.js';

const LANES = ['pool:yard', 'staff:ana', 'unit:table'];
const CAPACITY = 4;

const aLegOf = (a: fc.Arbitrary<string>): fc.Arbitrary<Leg> =>
  fc
    .record({
      a,
      lane: fc.constantFrom(...LANES),
      from: fc.integer({ min: 0, max: 10 }),
      cells: fc.integer({ min: 1, max: 6 }),
      quantity: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ cells, ...leg }) => ({ ...leg, to: leg.from + cells, capacity: CAPACITY }));
const legsOf = (...attempts: string[]): fc.Arbitrary<Leg[]> =>
  fc.array(aLegOf(fc.constantFrom(...attempts)), { maxLength: 5 });

/** Places by bookable and cell, of one attempt or of all. */
function placesOf(legs: readonly Leg[], attempt?: string): Record<string, number> {
  const places: Record<string, number> = {};
  for (const { a, lane, from, to, quantity } of legs) {
    if (attempt !== undefined && a !== attempt) continue;
    for (let cell = from; cell < to; cell++) {
      places[`${lane}|${cell}`] = (places[`${lane}|${cell}`] ?? 0) + quantity;
    }
  }
  return places;
}

describe('leg functions', () => {
  it('demand every place once, in claim order', () => {
    fc.assert(
      fc.property(legsOf('a', 'b'), (legs) => {
        const needs = cellDemandsOf(legs, 'a');
        const needed = Object.fromEntries(needs.map(({ lane, cell, quantity }) => [`${lane}|${cell}`, quantity]));
        expect(needed).toEqual(placesOf(legs, 'a'));
        expect(needs).toEqual([...needs].sort(inClaimOrder));
        const spans = cellRangesOf(needs).map((span) => ({ ...span, a: 'a', capacity: 1, quantity: 1 }));
        expect(Object.keys(placesOf(spans)).sort()).toEqual(Object.keys(needed).sort());
      }),
    );
  });

  it('keep shared cells in a move and add exactly the wanted ones', () => {
    fc.assert(
      fc.property(legsOf('a', 'b'), legsOf('m'), (old, wanted) => {
        const legs = legsAfterMove(old, wanted, 'm');
        const [had, want, get] = [placesOf(old), placesOf(wanted), placesOf(legs)];
        expect(get).toEqual(want);
        const fresh = placesOf(legs, 'm');
        for (const [place, quantity] of Object.entries(want)) {
          expect(fresh[place] ?? 0).toBe(Math.max(0, quantity - (had[place] ?? 0)));
        }
        for (const a of ['a', 'b']) {
          const before = placesOf(old, a);
          for (const [place, kept] of Object.entries(placesOf(legs, a))) {
            expect(kept).toBeLessThanOrEqual(before[place] ?? 0);
          }
        }
      }),
    );
  });

  it('find the same unlisted claims every time', () => {
    const company_id = new Types.ObjectId();
    const b = new Types.ObjectId();
    const aClaim = fc.record({
      a: fc.constantFrom('a', 'gone'),
      lane: fc.constantFrom(...LANES),
      cell: fc.integer({ min: 0, max: 12 }),
      k: fc.integer({ min: 0, max: CAPACITY - 1 }),
    });
    const someClaims = fc.uniqueArray(aClaim, { selector: ({ lane, cell, k }) => `${lane}|${cell}|${k}` });
    fc.assert(
      fc.property(legsOf('a'), someClaims, (legs, places) => {
        const claims = places.map((place): Claim => ({ ...place, _id: JSON.stringify(place), company_id, b }));
        const booking = { legs, move: null, state: 'CONFIRMED' } as unknown as Booking;
        const excess = unlistedClaims(booking, claims, new Date());
        const rest = claims.filter((claim) => !excess.includes(claim));
        expect(unlistedClaims(booking, rest, new Date())).toEqual([]);
        const listed = placesOf(legs, 'a');
        const had = placesOf(claims.map(asLeg), 'a');
        const kept = placesOf(rest.map(asLeg));
        for (const place of Object.keys({ ...had, ...kept })) {
          expect(kept[place] ?? 0).toBe(Math.min(listed[place] ?? 0, had[place] ?? 0));
        }
      }),
    );
  });

  it('plan only free places, and never more than there are', () => {
    const me = { b: new Types.ObjectId(), a: 'me' };
    const other = { _id: new Types.ObjectId(), state: 'CONFIRMED', legs: [], move: null } as unknown as Booking;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: CAPACITY }), { maxLength: CAPACITY + 1 }),
        fc.integer({ min: 0, max: CAPACITY }),
        fc.integer({ min: 1, max: CAPACITY }),
        fc.boolean(),
        (ks, liveCount, quantity, mayOverbook) => {
          const live = ks.slice(0, liveCount);
          const owner = { ...other, legs: [{ a: 'live', lane: 'pool:yard', from: 0, to: 1 }] } as unknown as Booking;
          const claims = ks.map((k) => claimAt(k, other._id, live.includes(k) ? 'live' : 'dead'));
          const sighting = { claims, owners: new Map([[other._id.toHexString(), owner]]), at: new Date() };
          const need = { lane: 'pool:yard', cell: 0, capacity: CAPACITY, quantity, mayOverbook };
          const plan = planClaims([need], sighting, me, Math.random);
          if (plan.blocked) return expect(mayOverbook || live.length + quantity <= CAPACITY).toBe(false);
          const chosen = plan.places.map(({ k }) => k);
          expect(new Set(chosen).size).toBe(quantity);
          expect(chosen.filter((k) => live.includes(k))).toEqual([]);
          expect(plan.staleClaims.map(({ k }) => k).sort()).toEqual(chosen.filter((k) => ks.includes(k)).sort());
          if (!mayOverbook) expect(Math.max(...chosen)).toBeLessThan(CAPACITY);
        },
      ),
    );
  });
});

function asLeg({ a, lane, cell }: Claim): Leg {
  return { a, lane, from: cell, to: cell + 1, capacity: CAPACITY, quantity: 1 };
}

function claimAt(k: number, b: Types.ObjectId, a: string): Claim {
  return { _id: `pool:yard|0|${k}`, company_id: b, lane: 'pool:yard', cell: 0, k, b, a };
}
