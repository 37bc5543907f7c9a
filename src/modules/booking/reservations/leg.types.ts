/** What staff say when they put more into a lane than it takes; `by` is the id of the user. */
export interface Overbook {
  by: string;
  reason: string;
}

/**
 * A wish for room: `quantity` places in every cell of the half-open range [from, to) of a lane. A lane is what can be
 * taken: `staff:<id>`, `unit:<resource id>`, `pool:<resource id>`, `quota:<rule id>:<key>` or `pet:<id>` (pet-lanes.ts); its capacity is 1
 * for staff, units and pets.
 */
export interface WantedLeg {
  lane: string;
  capacity: number;
  from: number;
  to: number;
  quantity: number;
}

/** A wish that a booking has, under the attempt `a` that claimed it. */
export interface Leg extends WantedLeg {
  a: string;
  overbook?: Overbook;
}
