import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type FindOptions, MongoBulkWriteError, ReadConcernLevel, ReadPreference, type UpdateFilter } from 'mongodb';
import { type Model, Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantCollection } from '../../../core/tenancy/index.js';
import { Appointment } from './schemas/appointment.schema.js';
import { ResourceReservation } from './schemas/resource-reservation.schema.js';
import {
  type Booking,
  type BookingState,
  type Claim,
  type ClaimOwner,
  COMMITTED_STATES,
  DEAD_STATES,
} from './booking.js';
import type { BookingChange, BookingGuard, BookingStore, NewBooking } from './booking-store.js';
import { busyText } from './busy-text.js';
import { ClaimChanges } from './claim-changes.js';
import type { CellRange } from './legs.js';

const DUPLICATE_KEY = 11_000;
const MAX_CLAIMS_A_WRITE = 500;
/** Data that decides about claims must not be rolled back after a change of the primary. */
const CONSISTENT_READ: FindOptions = {
  readPreference: ReadPreference.primary,
  readConcern: { level: ReadConcernLevel.majority },
  maxTimeMS: QUERY_TIMEOUT_MS,
};
const OWNER_FIELDS = { company_id: 1, state: 1, exp: 1, ver: 1, legs: 1, move: 1, ends_at: 1, dead_at: 1, due_at: 1 };

@Injectable()
export class MongoBookingStore implements BookingStore {
  private readonly appointments: TenantCollection<Appointment>;
  private readonly claims: TenantCollection<ResourceReservation>;

  constructor(
    @InjectModel(Appointment.name) appointments: Model<Appointment>,
    @InjectModel(ResourceReservation.name) claims: Model<ResourceReservation>,
    private readonly changes: ClaimChanges,
  ) {
    this.appointments = new TenantCollection(appointments);
    this.claims = new TenantCollection(claims);
  }

  async insertBooking(scope: CompanyScope, booking: NewBooking): Promise<boolean> {
    try {
      await this.appointments.insertOne(scope, { ...booking, busy: busyText(booking.legs) });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  bookingByKey(scope: CompanyScope, clientKey: string): Promise<Appointment | null> {
    return this.appointments.findOne(scope, { client_key: clientKey }, CONSISTENT_READ);
  }

  booking(scope: CompanyScope, id: Types.ObjectId): Promise<Appointment | null> {
    return this.appointments.findOne(scope, { _id: id }, CONSISTENT_READ);
  }

  owners(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Booking[]> {
    return this.appointments.find(scope, { _id: { $in: [...ids] } }, { ...CONSISTENT_READ, projection: OWNER_FIELDS });
  }

  async change(
    scope: CompanyScope,
    id: Types.ObjectId,
    { states, expAfter, ver }: BookingGuard,
    change: BookingChange,
  ): Promise<Appointment | null> {
    const guard = {
      _id: id,
      ...(states && { state: { $in: [...states] } }),
      ...(expAfter && { exp: { $gt: expAfter } }),
      ...(ver !== undefined && { ver }),
    };
    const changed = await this.appointments.findOneAndUpdate(scope, guard, updateOf(change));
    if (changed && changesOccupancy(change)) this.changes.markChanged(scope);
    return changed;
  }

  /** After a crash the sweep only checks too early. */
  async setDue(scope: CompanyScope, id: Types.ObjectId, ver: number, findDue: Date | undefined): Promise<void> {
    const update = findDue ? { $set: { due_at: findDue } } : { $unset: { due_at: true as const } };
    await this.appointments.updateOne(scope, { _id: id, ver }, update, 'derived');
  }

  async removeUnconfirmed(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const isOver = { _id: id, state: { $in: [...DEAD_STATES] }, confirmed_at: null, events: { $size: 0 } };
    return (await this.appointments.deleteMany(scope, isOver)) > 0;
  }

  async insertClaims(scope: CompanyScope, claims: readonly Claim[]): Promise<number | null> {
    for (let from = 0; from < claims.length; from += MAX_CLAIMS_A_WRITE) {
      const failedAt = await this.insertChunk(claims.slice(from, from + MAX_CLAIMS_A_WRITE));
      if (failedAt !== null) return from + failedAt;
      crashPoint('booking.claims_stored');
    }
    return null;
  }

  claimsIn(scope: CompanyScope, spans: readonly CellRange[]): Promise<Claim[]> {
    if (spans.length === 0) return Promise.resolve([]);
    const inSpans = spans.map(({ lane, from, to }) => ({ lane, cell: { $gte: from, $lt: to } }));
    return this.claims.find(scope, { $or: inSpans }, CONSISTENT_READ);
  }

  claimsOf(scope: CompanyScope, b: Types.ObjectId): Promise<Claim[]> {
    return this.claims.find(scope, { b }, CONSISTENT_READ);
  }

  async deleteClaims(scope: CompanyScope, { b, a }: ClaimOwner, ids: readonly string[]): Promise<void> {
    await this.claims.deleteMany(scope, { _id: { $in: [...ids] }, b, a });
  }

  async deleteAllClaims(scope: CompanyScope, b: Types.ObjectId): Promise<void> {
    await this.claims.deleteMany(scope, { b });
  }

  due(now: Date, limit: number): Promise<Appointment[]> {
    const options: FindOptions = { sort: { due_at: 1 }, limit, projection: { company_id: 1 } };
    return this.appointments.findAcrossCompanies('sweep expired', { due_at: { $lte: now } }, options);
  }

  private async insertChunk(claims: readonly Claim[]): Promise<number | null> {
    try {
      await this.claims.insertMany(claims, 'ordered');
      return null;
    } catch (error) {
      // A write without its write concern does not count, whatever was stored.
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      const [failure] = [error.writeErrors].flat();
      if (failure?.code !== DUPLICATE_KEY) throw error;
      return failure.index;
    }
  }
}

/** False for changes that keep the time, such as a confirmation. */
function changesOccupancy({ state, legs, move }: BookingChange): boolean {
  const isKeeping = state !== undefined && (COMMITTED_STATES as readonly BookingState[]).includes(state);
  return legs !== undefined || (state === undefined ? move !== undefined : !isKeeping);
}

function updateOf({ at, event, details = {}, freesKey, ...fields }: BookingChange): UpdateFilter<Appointment> {
  const { is_silent, notice_delay_sec, ...stored } = details;
  const notice = { ...(is_silent && { is_silent }), ...(notice_delay_sec && { notice_delay_sec }) };
  return {
    $set: { ...stored, ...fields, ...(fields.legs && { busy: busyText(fields.legs) }), updated_at: at },
    $inc: { ver: 1 },
    ...(event && { $push: { events: { id: new Types.ObjectId().toHexString(), type: event, at, ...notice } } }),
    ...(freesKey && { $unset: { client_key: true as const } }),
  };
}
