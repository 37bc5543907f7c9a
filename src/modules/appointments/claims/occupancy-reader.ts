import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantCollection } from '../../../core/tenancy/index.js';
import { MAX_NIGHTS, type Occupancy, type Taken } from '../engine/index.js';
import { Appointment } from '../schemas/appointment.schema.js';
import { type Booking, COMMITTED_STATES, type Leg, TENTATIVE_STATES } from './booking.js';
import { isLiveBooking, isMoveLapsed } from './liveness.js';

const DAY_MS = 86_400_000;
/** Pads and quotas lie so near the visit itself, in every zone. */
const PAD_MS = DAY_MS;
const LONGEST_VISIT_MS = (MAX_NIGHTS + 2) * DAY_MS;
const LIVE_STATES = [...TENTATIVE_STATES, ...COMMITTED_STATES];
const FIELDS = { _id: 0, state: 1, exp: 1, legs: 1, move: 1 };

/** The instants [from, to) that matter of everything, and those beyond that matter of resources where guests stay overnight. */
export interface Reach {
  readonly from: Date;
  readonly to: Date;
  readonly stays?: { readonly resourceIds: readonly Types.ObjectId[]; readonly to: Date };
}

type Occupant = Pick<Booking, 'state' | 'exp' | 'legs' | 'move'>;

/**
 * What search needs to know of all lanes. It goes by what living bookings list, which is the same as what the living
 * claims say (liveness.ts) in a fraction of the documents; a booking that is still claiming counts, too.
 */
@Injectable()
export class OccupancyReader {
  private readonly appointments: TenantCollection<Appointment>;

  constructor(@InjectModel(Appointment.name) appointments: Model<Appointment>) {
    this.appointments = new TenantCollection(appointments);
  }

  /**
   * At least what is taken within reach, in one query; `count` may exceed a lane's capacity where staff overbooked.
   * @param except a booking that is not in its own way: the visitor's hold, or what is to be moved
   */
  async occupancy(scope: CompanyScope, reach: Reach, except?: Types.ObjectId, now = new Date()): Promise<Occupancy> {
    const filter = {
      $or: within(reach, now),
      state: { $in: LIVE_STATES },
      ...(except && { _id: { $ne: except } }),
    };
    const occupants: Occupant[] = await this.appointments.find(scope, filter, {
      projection: FIELDS,
      maxTimeMS: QUERY_TIMEOUT_MS,
    });
    const lanes = new Map<string, Taken[]>();
    for (const occupant of occupants) {
      for (const { lane, from, to, quantity } of liveLegs(occupant as Booking, now)) {
        const known = lanes.get(lane);
        if (known) known.push({ from, to, count: quantity });
        else lanes.set(lane, [{ from, to, count: quantity }]);
      }
    }
    return lanes;
  }
}

function within({ from, to, stays }: Reach, now: Date): object[] {
  const [start, end] = [from.getTime() - PAD_MS, to.getTime() + PAD_MS];
  const overlapping = {
    ends_at: { $gt: new Date(start), $lt: new Date(end + LONGEST_VISIT_MS) },
    starts_at: { $lt: new Date(end) },
  };
  // Where a booking is about to go is not told by its times.
  const moving = { 'move.exp': { $gt: now } };
  if (!stays) return [overlapping, moving];
  const staying = { resource_ids: { $in: stays.resourceIds }, starts_at: { $gte: new Date(end), $lt: stays.to } };
  return [overlapping, moving, staying];
}

/** The listed legs, and of a move what is new. */
function liveLegs(booking: Booking, now: Date): Leg[] {
  if (!isLiveBooking(booking, now)) return [];
  const { legs, move } = booking;
  if (!move || isMoveLapsed(booking, now)) return legs;
  return [...legs, ...move.legs.filter(({ a }) => a === move.a)];
}
