import type { CellKind } from './booking.js';

const PREFIX = 'pet:';

/** A pet is in one place at a time. */
export const PLACES_OF_PET = 1;
/** An appointment with an override takes one of so many, so it fits beside others, and others do not fit beside it. */
export const PLACES_OF_PET_WITH_OVERRIDE = 50;

/** The lane in which a pet has each cell once: `pet:<id>` for timed work, `pet:<id>:<kind>` for nights and half-days. */
export const petBookable = (petId: string, kind: CellKind): string =>
  kind === '5min' ? PREFIX + petId : `${PREFIX}${petId}:${kind}`;

export const isPetBookable = (bookable: string): boolean => bookable.startsWith(PREFIX);

/** @param bookable of a pet */
export function petOfBookable(bookable: string): { petId: string; kind: CellKind } {
  const [petId = '', kind = '5min'] = bookable.slice(PREFIX.length).split(':');
  return { petId, kind: kind as CellKind };
}
