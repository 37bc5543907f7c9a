/**
 * Baseline of holding a time: read whether anything overlaps, then insert. As most booking systems do it; two who come at
 * once both find it free.
 */
import { type Collection, ObjectId } from 'mongodb';

export interface NaiveBooking {
  company_id: ObjectId;
  lanes: string[];
  from: number;
  to: number;
  state: 'HELD' | 'CONFIRMED';
}

export async function prepareNaive(bookings: Collection<NaiveBooking>): Promise<void> {
  await bookings.createIndex({ company_id: 1, lanes: 1, from: 1 });
}

/** @returns the booking's id, or null when the time is taken */
export async function holdNaively(
  bookings: Collection<NaiveBooking>,
  booking: Omit<NaiveBooking, 'state'>,
): Promise<ObjectId | null> {
  const { company_id, lanes, from, to } = booking;
  const taken = await bookings.findOne({ company_id, lanes: { $in: lanes }, from: { $lt: to }, to: { $gt: from } });
  if (taken) return null;
  const { insertedId } = await bookings.insertOne({ ...booking, state: 'HELD' });
  return insertedId;
}

export async function confirmNaively(
  bookings: Collection<NaiveBooking>,
  company_id: ObjectId,
  _id: ObjectId,
): Promise<void> {
  await bookings.updateOne({ company_id, _id }, { $set: { state: 'CONFIRMED' } });
}
