import type { StoredBooking } from '../reservations/index.js';
import type { BookableService } from '../catalog/index.js';
import type { Types } from 'mongoose';
import type { VisitItem, VisitRequest } from './visit-request-resolver.js';

export function durationByHand({ duration_min }: Pick<VisitItem, 'duration_min'> = {}): Pick<
  VisitItem,
  'duration_min'
> {
  return duration_min === undefined ? {} : { duration_min };
}

/** @param staffId another person for the first line; null: anybody */
export function visitRequestOf({ lines, nights }: StoredBooking, staffId: string | null | undefined): VisitRequest {
  return {
    items: lines.map(({ service_id, pet_id, described, staff_id, add_ons, ...line }, index) => {
      const keeps = staffId === undefined ? staff_id?.toHexString() : undefined;
      const who = index === 0 && staffId ? staffId : keeps;
      return {
        service_id: service_id.toHexString(),
        pet_id: pet_id?.toHexString() ?? null,
        ...(described ? { pet: described } : {}),
        add_ons,
        ...durationByHand(line),
        ...(who === undefined ? {} : { staff_id: who }),
      };
    }),
    ...(nights === null ? {} : { nights }),
  };
}

/** Other times of an appointment: the same visit, with its own time counted as free. */
export interface VisitToMove {
  request: VisitRequest;
  except: Types.ObjectId;
  /** As copied into the appointment. */
  services?: readonly BookableService[];
}

/** @param staffId null: anybody */
export function otherTimesOf(booking: StoredBooking, staffId: string | null = null): VisitToMove {
  return { request: visitRequestOf(booking, staffId), except: booking._id, services: booking.booked_services };
}
