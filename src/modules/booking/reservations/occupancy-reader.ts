import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantCollection } from '../../../core/tenancy/index.js';
import { MAX_NIGHTS, type Occupancy, type TakenRange } from '../engine/index.js';
import { Appointment } from './schemas/appointment.schema.js';
import { type Booking, COMMITTED_STATES, type Leg, TENTATIVE_STATES } from './booking.js';
import { busyDocument, eachBusyLeg } from './busy-text.js';
import { isMoveExpired } from './liveness.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PAD_MS = 720 * MINUTE_MS;
const LONGEST_VISIT_MS = (MAX_NIGHTS + 2) * DAY_MS;
/** A batch has a few megabytes at most. */
const BATCH_SIZE = 100_000;

/** Occupancy, and the time (ms since 1970) at which its first hold expires. */
export interface OccupancyUntil {
  readonly occupancy: Occupancy;
  readonly until: number;
}

/** The period [from, to), and the resources with overnight guests beyond it. */
export interface OccupancyPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly stays?: { readonly resourceIds: readonly Types.ObjectId[]; readonly to: Date };
}

type ExtraLegs = Pick<Booking, 'exp' | 'legs' | 'move'>;

/**
 * Reads occupancy from the legs of live bookings: equal to their claims, in far fewer documents. Includes bookings that are still claiming.
 */
@Injectable()
export class OccupancyReader {
  private readonly appointments: TenantCollection<Appointment>;

  constructor(@InjectModel(Appointment.name) appointments: Model<Appointment>) {
    this.appointments = new TenantCollection(appointments);
  }

  /** Two queries; `count` may exceed the capacity after overbooking. @param except a booking to leave out */
  async read(
    scope: CompanyScope,
    reach: OccupancyPeriod,
    except?: Types.ObjectId,
    now = new Date(),
  ): Promise<OccupancyUntil> {
    const isLive = {
      state: { $in: [...TENTATIVE_STATES, ...COMMITTED_STATES] },
      exp: { $not: { $lte: now } },
      ...(except && { _id: { $ne: except } }),
    };
    const [near, others] = await Promise.all([
      this.findOverlapping(scope, reach, isLive),
      this.findMovesAndStays(scope, reach, isLive, now),
    ]);
    const occupancy = new Map<string, TakenRange[]>();
    let until = Infinity;
    const add = (lane: string, from: number, to: number, count: number): void => {
      const known = occupancy.get(lane);
      if (known) known.push({ from, to, count });
      else occupancy.set(lane, [{ from, to, count }]);
    };
    for (const bson of near) {
      const { exp, busy } = busyDocument(bson);
      until = Math.min(until, exp);
      eachBusyLeg(busy, add);
    }
    for (const { legs, exp, move } of others) {
      until = Math.min(until, exp?.getTime() ?? Infinity, move?.exp.getTime() ?? Infinity);
      for (const { lane, from, to, quantity } of legs) add(lane, from, to, quantity);
    }
    return { occupancy, until };
  }

  /** Answered by one covering index, because thousands of bookings are common. */
  private findOverlapping(scope: CompanyScope, { from, to }: OccupancyPeriod, isLive: object): Promise<Uint8Array[]> {
    const [start, end] = [from.getTime() - PAD_MS, to.getTime() + PAD_MS];
    const filter = {
      ...isLive,
      ends_at: { $gt: new Date(start), $lt: new Date(end + LONGEST_VISIT_MS) },
      starts_at: { $lt: new Date(end) },
    };
    const options = { projection: { _id: 0, exp: 1, busy: 1 }, batchSize: BATCH_SIZE, maxTimeMS: QUERY_TIMEOUT_MS };
    return this.appointments.findRaw(scope, filter, options);
  }

  /** Moves, whose new times are not in `starts_at`, and later stays. */
  private async findMovesAndStays(
    scope: CompanyScope,
    { to, stays }: OccupancyPeriod,
    isLive: object,
    now: Date,
  ): Promise<readonly ExtraLegs[]> {
    const end = new Date(to.getTime() + PAD_MS);
    const moving = { 'move.exp': { $gt: now } };
    const staying = stays && { resource_ids: { $in: stays.resourceIds }, starts_at: { $gte: end, $lt: stays.to } };
    const filter = { ...isLive, $or: staying ? [moving, staying] : [moving] };
    const projection = { _id: 0, exp: 1, legs: 1, move: 1, starts_at: 1 };
    const found = await this.appointments.find(scope, filter, { projection, maxTimeMS: QUERY_TIMEOUT_MS });
    return found.map((booking) => ({
      exp: booking.exp,
      move: booking.move,
      legs: [...(booking.starts_at >= end ? booking.legs : []), ...newLegs(booking, now)],
    }));
  }
}

function newLegs(booking: Booking, now: Date): Leg[] {
  const { move } = booking;
  return move && !isMoveExpired(booking, now) ? move.legs.filter(({ a }) => a === move.a) : [];
}
