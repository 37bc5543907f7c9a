import type { Types } from 'mongoose';

export const APPOINTMENT_SOURCES = ['staff', 'public', 'conversation', 'series', 'waitlist', 'import'] as const;
export type AppointmentSource = (typeof APPOINTMENT_SOURCES)[number];

/** What is done to one pet: one service at one time by one person. `price` is as quoted, in the company's currency. */
export interface AppointmentLine {
  pet_id: Types.ObjectId | null;
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  price: number | null;
}

/** What the product says of a booking; the protocol only carries it along, in the same writes. */
export interface AppointmentDetails {
  contact_id: Types.ObjectId | null;
  pet_ids: Types.ObjectId[];
  service_id: Types.ObjectId;
  staff_id: Types.ObjectId | null;
  starts_at: Date;
  ends_at: Date;
  /** IANA name of the zone the times were chosen in. */
  time_zone: string;
  price: number | null;
  notes: string | null;
  lines: AppointmentLine[];
  source: AppointmentSource;
  series_id: Types.ObjectId | null;
  cancel_reason: string | null;
}
