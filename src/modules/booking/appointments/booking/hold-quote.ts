import { createHash } from 'node:crypto';
import type { AppointmentDetails, StoredBooking } from '../../reservations/index.js';
import type { CatalogSnapshot } from '../../catalog/index.js';
import type { BookingActor } from './booking.types.js';

const QUOTE_ID_LENGTH = 24;

/** `price` is in minor units, instants are ISO 8601, ids hex. */
export interface HoldQuote {
  id: string;
  price: number | null;
  currency: string;
  starts_at: string;
  ends_at: string;
  /** Null if no staff are needed, or if the public page hides them. */
  staff_id: string | null;
}

type Quoted = Pick<AppointmentDetails, 'price' | 'starts_at' | 'ends_at' | 'staff_id' | 'lines'>;

export function isSameQuote(one: Quoted, other: Quoted): boolean {
  return termsOf(one) === termsOf(other);
}

export function quoteOf(
  { _id, currency }: Pick<StoredBooking, '_id' | 'currency'>,
  quoted: Quoted,
  { settings }: CatalogSnapshot,
  { channel }: BookingActor,
): HoldQuote {
  const { price, starts_at, ends_at, staff_id } = quoted;
  const namesStaff = channel === 'staff' || settings.show_staff_names;
  const hash = createHash('sha256').update(`${_id.toHexString()}|${termsOf(quoted)}`);
  return {
    id: hash.digest('hex').slice(0, QUOTE_ID_LENGTH),
    price,
    currency,
    starts_at: starts_at.toISOString(),
    ends_at: ends_at.toISOString(),
    staff_id: namesStaff ? (staff_id?.toHexString() ?? null) : null,
  };
}

function termsOf({ price, starts_at, ends_at, lines }: Quoted): string {
  const people = lines.map(({ staff_id }) => staff_id?.toHexString() ?? '').sort();
  return JSON.stringify([price, starts_at, ends_at, [...new Set(people)]]);
}
