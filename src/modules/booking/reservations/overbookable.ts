/**
 * Whether a reason may put a booking beside another one: people can help out and limits can be passed, but a table, kennel, room or pool
 * has no more places, and a pet is at one place.
 */
export const isOverbookable = (bookable: string): boolean =>
  bookable.startsWith('staff:') || bookable.startsWith('quota:');
