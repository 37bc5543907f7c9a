import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { PetsService } from '../../customers/pets/index.js';
import { AppointmentsRepository, type OccupancyPeriod, type StoredBooking } from '../reservations/index.js';
import {
  type BookedLine,
  type CompiledRules,
  quotaLegsOfBooked,
  isQuotaBookable,
  type LegRequest,
  type Occupancy,
  type PetTraits,
  quotaBookable,
  type QuotaRules,
  type TakenRange,
} from '../engine/index.js';

const SECOND_MS = 1_000;
/** A running request may still store an appointment without the new quota; process clocks differ, too. */
const MARGIN_SEC = 60;
/** A local day has 25 hours when clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000;

export type PlannedBooking = Pick<StoredBooking, '_id' | 'legs' | 'lines'>;

/**
 * Use of quotas that were created after an appointment, which has no claims for them. It only falls, because every later booking claims its
 * place.
 */
@Injectable()
export class UnclaimedQuotaUse {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly pets: PetsService,
  ) {}

  /** By bookable. @param except a booking to leave out */
  async read(
    scope: CompanyScope,
    compiled: CompiledRules,
    reach: OccupancyPeriod,
    except?: Types.ObjectId,
  ): Promise<Occupancy> {
    const { quotas } = compiled;
    if (quotas.length === 0) return new Map();
    const planned = await this.appointments.findPlannedBefore(scope, reach, newestOf(quotas), except);
    const missing = planned.filter(({ legs }) => quotas.some((quota) => !hasClaimed(quota, legs)));
    const traits = await this.traitsOf(scope, missing, quotas);
    const occupancy = new Map<string, TakenRange[]>();
    for (const { legs, lines } of missing) {
      const booked = lines.map((line) => bookedLine(line, traits));
      for (const quota of quotas.filter((one) => !hasClaimed(one, legs)))
        for (const { lane: bookable, from, to, quantity } of quotaLegsOfBooked(compiled, quota, booked))
          occupancy.set(bookable, [...(occupancy.get(bookable) ?? []), { from, to, count: quantity }]);
    }
    return occupancy;
  }

  /** The legs that a booking has to claim again, under the current quotas. @param booking with its legs from before */
  async currentLegs(scope: CompanyScope, compiled: CompiledRules, booking: PlannedBooking): Promise<LegRequest[]> {
    const { quotas } = compiled;
    const { _id, legs, lines } = booking;
    const others = await this.read(scope, compiled, daysAround(lines), _id);
    const traits = await this.traitsOf(scope, [booking], quotas);
    const booked = lines.map((line) => bookedLine(line, traits));
    const counted = quotas.flatMap((quota) => {
      const claimed = legs.filter((leg) => isLegOfQuota(quota, leg));
      const wanted = claimed.length > 0 ? claimed : quotaLegsOfBooked(compiled, quota, booked);
      return wanted.flatMap((leg) => withFreeCapacity(leg, quota.limit, others));
    });
    return [...legs.filter(({ lane }) => !isQuotaBookable(lane)), ...counted];
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

/** An id above those of all appointments that were created before the newest quota. */
function newestOf(quotas: readonly QuotaRules[]): Types.ObjectId {
  const times = quotas.map(({ id }) => new Types.ObjectId(id).getTimestamp().getTime());
  return Types.ObjectId.createFromTime(Math.ceil(Math.max(...times) / SECOND_MS) + MARGIN_SEC);
}

const isLegOfQuota = ({ id }: QuotaRules, { lane: bookable }: LegRequest): boolean =>
  bookable.startsWith(quotaBookable(id, ''));

const hasClaimed = (quota: QuotaRules, legs: readonly LegRequest[]): boolean =>
  legs.some((leg) => isLegOfQuota(quota, leg));

function withFreeCapacity(
  { lane: bookable, from, to, quantity }: LegRequest,
  limit: number,
  others: Occupancy,
): LegRequest[] {
  return Array.from({ length: to - from }, (_, index) => {
    const cell = from + index;
    const taken = (others.get(bookable) ?? []).filter((range) => range.from <= cell && cell < range.to);
    const capacity = Math.max(0, limit - taken.reduce((sum, { count }) => sum + count, 0));
    return { lane: bookable, from: cell, to: cell + 1, quantity, capacity };
  });
}

function daysAround(lines: StoredBooking['lines']): OccupancyPeriod {
  const from = Math.min(...lines.map(({ starts_at }) => starts_at.getTime()));
  const to = Math.max(...lines.map(({ ends_at }) => ends_at.getTime()));
  return { from: new Date(from - LONGEST_DAY_MS), to: new Date(to + LONGEST_DAY_MS) };
}

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
