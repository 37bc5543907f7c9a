import { Types } from 'mongoose';
import type { AppointmentDetails } from '../../src/modules/booking/reservations/appointment-details.js';
import type { WantedLeg } from '../../src/modules/booking/reservations/booking.js';
import type { OccupancyPeriod } from '../../src/modules/booking/reservations/occupancy-reader.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Requests one place of a bookable with a capacity of 1. */
export function aLeg(lane: string, from: number, to: number, more: Partial<WantedLeg> = {}): WantedLeg {
  return { lane, from, to, capacity: 1, quantity: 1, ...more };
}

/** The default period of {@link appointmentDetails}. */
export function aroundNow(): OccupancyPeriod {
  return { from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + 3 * DAY_MS) };
}

/** An appointment tomorrow for one hour by default. */
export function appointmentDetails(more: Partial<AppointmentDetails> = {}): AppointmentDetails {
  const starts_at = new Date(Date.now() + DAY_MS);
  return {
    contact_id: null,
    pet_ids: [],
    service_id: new Types.ObjectId(),
    staff_id: null,
    starts_at,
    ends_at: new Date(starts_at.getTime() + HOUR_MS),
    time_zone: 'America/Sao_Paulo',
    price: null,
    currency: 'BRL',
    notes: null,
    lines: [],
    source: 'staff',
    series_id: null,
    cancel_reason: null,
    staff_ids: [],
    resource_ids: [],
    nights: null,
    policy: {
      free_cancel_hours: 24,
      free_reschedule_hours: 24,
      late_fee_percent: 0,
      max_reschedules: 3,
      no_show_fee_percent: 0,
    },
    booked_services: [],
    reschedules: 0,
    warnings: [],
    pending_on: [],
    approved: [],
    is_pending: false,
    pending_until: null,
    booked_by: null,
    fee: null,
    confirmed_at: null,
    is_late_cancel: false,
    override: null,
    freed: null,
    ...more,
  };
}
