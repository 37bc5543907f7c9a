import type { CellKind } from './booking.js';

const PREFIX = 'pet:';

export const PLACES_OF_PET = 1;
/** Large enough to fit beside other appointments, while later ones do not fit beside it. */
export const PLACES_OF_PET_WITH_OVERRIDE = 50;

/** `pet:<id>` for timed work, `pet:<id>:<kind>` for nights and half-days. */
export const petBookable = (petId: string, kind: CellKind): string =>
  kind === '5min' ? PREFIX + petId : `${PREFIX}${petId}:${kind}`;

export const isPetBookable = (bookable: string): boolean => bookable.startsWith(PREFIX);

export function petOfBookable(bookable: string): { petId: string; kind: CellKind } {
  const [petId = '', kind = '5min'] = bookable.slice(PREFIX.length).split(':');
  return { petId, kind: kind as CellKind };
}
