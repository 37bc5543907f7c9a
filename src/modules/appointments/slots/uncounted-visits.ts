import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { PetsService } from '../../pets/index.js';
import { AppointmentsRepository } from '../appointments.repository.js';
import type { StoredBooking } from '../claims/booking.js';
import type { Reach } from '../claims/occupancy-reader.js';
import {
  type BookedLine,
  type Compiled,
  countBooked,
  type Occupancy,
  type PetTraits,
  quotaLane,
  type QuotaRules,
  type Taken,
} from '../engine/index.js';

const SECOND_MS = 1_000;
/** A request that began before the quota was made may still store its appointment; clocks of processes differ, too. */
const MARGIN_SEC = 60;

export type PlannedBooking = Pick<StoredBooking, '_id' | 'legs' | 'lines'>;

/**
 * What appointments count under quotas that were made after they were planned. They have claimed nothing there; their
 * number only falls, since what is planned later claims its place. So a place that is neither claimed nor counted here is free.
 */
@Injectable()
export class UncountedVisits {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly pets: PetsService,
  ) {}

  /**
   * By lane, in one query where there are quotas, and one more where pets of such appointments matter.
   * @param except a booking that is not in its own way
   */
  async read(scope: CompanyScope, compiled: Compiled, reach: Reach, except?: Types.ObjectId): Promise<Occupancy> {
    const { quotas } = compiled;
    if (quotas.length === 0) return new Map();
    const planned = await this.appointments.plannedBefore(scope, reach, newestOf(quotas), except);
    const missing = planned.filter(({ legs }) => quotas.some((quota) => !isCounted(quota, legs)));
    const traits = await this.traitsOf(scope, missing, quotas);
    const lanes = new Map<string, Taken[]>();
    for (const { legs, lines } of missing)
      for (const quota of quotas)
        if (!isCounted(quota, legs))
          for (const [lane, taken] of countBooked(
            compiled,
            quota,
            lines.map((line) => bookedLine(line, traits)),
          ))
            lanes.set(lane, [...(lanes.get(lane) ?? []), ...taken]);
    return lanes;
  }

  private async traitsOf(
    scope: CompanyScope,
    planned: readonly PlannedBooking[],
    quotas: readonly QuotaRules[],
  ): Promise<ReadonlyMap<string, PetTraits>> {
    const asksForPets = quotas.some(({ pets }) => pets && Object.keys(pets).length > 0);
    const ids = planned.flatMap(({ lines }) => lines.flatMap(({ pet_id }) => pet_id ?? []));
    const pets = asksForPets && ids.length > 0 ? await this.pets.getMany(scope, ids) : [];
    return new Map(pets.map((pet) => [pet._id.toHexString(), pet]));
  }
}

/** An id that every appointment has passed that was made later than all quotas. */
function newestOf(quotas: readonly QuotaRules[]): Types.ObjectId {
  const times = quotas.map(({ id }) => new Types.ObjectId(id).getTimestamp().getTime());
  return Types.ObjectId.createFromTime(Math.ceil(Math.max(...times) / SECOND_MS) + MARGIN_SEC);
}

const isCounted = ({ id }: QuotaRules, legs: StoredBooking['legs']): boolean =>
  legs.some(({ lane }) => lane.startsWith(quotaLane(id, '')));

function bookedLine(
  { service_id, staff_id, pet_id, described = {}, starts_at, ends_at }: StoredBooking['lines'][number],
  traits: ReadonlyMap<string, PetTraits>,
): BookedLine {
  return {
    serviceId: service_id.toHexString(),
    staffId: staff_id?.toHexString() ?? null,
    pet: traits.get(pet_id?.toHexString() ?? '') ?? described,
    startsAt: starts_at,
    endsAt: ends_at,
  };
}
