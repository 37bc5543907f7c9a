import type { Types } from 'mongoose';
import type { RowPlan } from '../../customers/customer-imports/index.js';
import type { LegRequest } from '../engine/index.js';
import { isPetBookable, type StoredBooking } from '../reservations/index.js';
import type { AppointmentRow } from './appointment-row-reader.js';

type Visit = Pick<StoredBooking, '_id' | 'contact_id' | 'pet_ids' | 'service_id' | 'starts_at' | 'legs'>;

/** Appointments of customers, by which a row is recognised that was imported before. */
export class KnownAppointments {
  private readonly byContact = new Map<string, Visit[]>();

  add(...visits: readonly Visit[]): void {
    for (const visit of visits) {
      const key = visit.contact_id?.toHexString() ?? '';
      this.byContact.set(key, [...(this.byContact.get(key) ?? []), visit]);
    }
  }

  /** The appointment of the same customer, pet and service at the same time. */
  find({ starts_at, service_id }: AppointmentRow, { contact_id, pet_id }: RowPlan): Visit | undefined {
    return this.of(contact_id).find(
      (visit) =>
        visit.starts_at.getTime() === starts_at.getTime() &&
        visit.service_id.toHexString() === service_id &&
        (pet_id === null ? visit.pet_ids.length === 0 : visit.pet_ids.some((id) => id.equals(pet_id))),
    );
  }

  /** Whether a pet of the contact has another appointment at the time of these legs. */
  isPetBusy(contactId: Types.ObjectId, legs: readonly LegRequest[]): boolean {
    const wanted = legs.filter(({ lane }) => isPetBookable(lane));
    return this.of(contactId).some((visit) => wanted.some((leg) => visit.legs.some((other) => overlaps(leg, other))));
  }

  private of(contactId: Types.ObjectId | null): readonly Visit[] {
    return this.byContact.get(contactId?.toHexString() ?? '') ?? [];
  }
}

export const overlaps = (one: LegRequest, other: LegRequest): boolean =>
  one.lane === other.lane && one.from < other.to && other.from < one.to;
