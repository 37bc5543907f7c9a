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
/** Pads of a service lie no further from the visit; those of resources besides lie within the margins that a grid has. */
const PAD_MS = 720 * MINUTE_MS;
const LONGEST_VISIT_MS = (MAX_NIGHTS + 2) * DAY_MS;
/** What is read comes in one piece of some megabytes at most. */
const BATCH_SIZE = 100_000;

/** What is taken, and until when (ms since 1970) that is so if nobody changes anything: then the first hold runs out. */
export interface OccupancyUntil {
  readonly occupancy: Occupancy;
  readonly until: number;
}

/** The instants [from, to) that matter of everything, and those beyond that matter of resources where guests stay overnight. */
export interface OccupancyPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly stays?: { readonly resourceIds: readonly Types.ObjectId[]; readonly to: Date };
}

type ExtraLegs = Pick<Booking, 'exp' | 'legs' | 'move'>;

/**
 * Reads the occupancy for search from the legs of living bookings: the same as their claims (liveness.ts), in far fewer
 * documents. A booking that is still claiming counts, too.
 */
@Injectable()
export class OccupancyReader {
  private readonly appointments: TenantCollection<Appointment>;

  constructor(@InjectModel(Appointment.name) appointments: Model<Appointment>) {
    this.appointments = new TenantCollection(appointments);
  }

  /**
   * At least what is taken within reach, in two queries; `count` may exceed a lane's capacity where staff overbooked.
   * @param except a booking that is not in its own way: the visitor's hold, or what is to be moved
   */
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

  /** Answered by one index alone, and read without making objects of it: thousands of bookings are a common case. */
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

  /** Of what is being moved the times to come, which its own times do not tell; and stays further ahead. */
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

/** What a move would take beside what the booking has. */
function newLegs(booking: Booking, now: Date): Leg[] {
  const { move } = booking;
  return move && !isMoveExpired(booking, now) ? move.legs.filter(({ a }) => a === move.a) : [];
}
