import { Injectable } from '@nestjs/common';
import { type CompanyScope, MAX_PAGE_SIZE, toObjectId } from '../../../../core/tenancy/index.js';
import type { DaySlots, Slot } from '../../../booking/engine/index.js';
import {
  AppointmentsRepository,
  isCommitted,
  isDead,
  type StoredBooking,
} from '../../../booking/reservations/index.js';

/** Leaves out the times at which a pet is somewhere else, because a hold of them fails. */
@Injectable()
export class PetTimes {
  constructor(private readonly appointments: AppointmentsRepository) {}

  /** @param ownHolds the beginning of the client key of holds that do not count, because the next hold replaces them */
  async free(scope: CompanyScope, petId: string, days: readonly DaySlots[], ownHolds: string): Promise<DaySlots[]> {
    const slots = days.flatMap((day) => day.slots);
    if (slots.length === 0) return [...days];
    const period = {
      from: new Date(Math.min(...slots.map(({ starts_at }) => starts_at.getTime()))),
      to: new Date(Math.max(...slots.map(({ ends_at }) => ends_at.getTime()))),
    };
    const filter = { pet_id: toObjectId(petId), ...period };
    const { items } = await this.appointments.list(scope, filter, { limit: MAX_PAGE_SIZE });
    const now = new Date();
    const taken = items.filter((one) => isTaken(one, now) && one.client_key?.startsWith(ownHolds) !== true);
    const isFree = (slot: Slot): boolean => !taken.some((one) => overlaps(one, slot));
    return days.map(({ date, slots: all }) => ({ date, slots: all.filter(isFree) }));
  }
}

function isTaken(booking: StoredBooking, now: Date): boolean {
  if (isDead(booking)) return false;
  return isCommitted(booking) || (booking.exp !== null && booking.exp > now);
}

function overlaps(one: Pick<Slot, 'starts_at' | 'ends_at'>, other: Pick<Slot, 'starts_at' | 'ends_at'>): boolean {
  return one.starts_at < other.ends_at && other.starts_at < one.ends_at;
}
