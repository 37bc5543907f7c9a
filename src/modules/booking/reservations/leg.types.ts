/** Permission to exceed the capacity; `by` is a user id. */
export interface Overbook {
  by: string;
  reason: string;
}

/**
 * Request for `quantity` places in each cell [from, to) of a bookable: `staff:<id>`, `unit:<resource id>`, `pool:<resource id>`,
 * `quota:<rule id>:<key>` or a pet (pet-bookables.ts).
 */
export interface WantedLeg {
  lane: string;
  capacity: number;
  from: number;
  to: number;
  quantity: number;
}

export interface Leg extends WantedLeg {
  a: string;
  overbook?: Overbook;
}
