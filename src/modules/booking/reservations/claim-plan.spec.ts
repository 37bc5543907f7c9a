import { Types } from 'mongoose';
import { planClaims } from './claim-plan.js';
import { PLACES_OF_PET_WITH_OVERRIDE, petBookable } from './pet-bookables.js';

describe('the plan of claims', () => {
  const placesOf = (bookable: string): number[] => {
    const demand = { lane: bookable, cell: 1, capacity: PLACES_OF_PET_WITH_OVERRIDE, quantity: 1, mayOverbook: false };
    const snapshot = { claims: [], owners: new Map(), at: new Date() };
    const plan = planClaims([demand], snapshot, { b: new Types.ObjectId(), a: 'attempt' }, () => 0);
    return plan.blocked ? [] : plan.places.map(({ k }) => k);
  };

  it('takes the first free place of a pet, for which bookings without an override compete', () => {
    expect(placesOf(petBookable(new Types.ObjectId().toHexString(), '5min'))).toEqual([0]);
  });
});
