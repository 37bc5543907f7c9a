import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { type AppointmentStatus, statesOf, statusOf } from './booking-status.js';
import {
  BOOKING_STATES,
  type BookingState,
  COMMITTED_STATES,
  type StoredBooking,
  type PublishRetry,
  TENTATIVE_STATES,
} from './booking.js';
import type { OccupancyPeriod } from './occupancy-reader.js';
import { Appointment } from './schemas/appointment.schema.js';
import type { OverlappingAppointment, Period } from '../calendar/index.js';

const BY_START: Readonly<Record<AppointmentOrder, KeysetOrder>> = {
  earliest: { field: 'starts_at', direction: 1 },
  latest: { field: 'starts_at', direction: -1 },
};
const DAY_MS = 86_400_000;
export const LONGEST_VISIT_MS = 94 * DAY_MS;
const HIDDEN_STATES: readonly BookingState[] = ['CLAIMING', 'FAILED', 'EXPIRED'];
const LISTED_STATES = BOOKING_STATES.filter((state) => !HIDDEN_STATES.includes(state) && state !== 'CANCELLED');
const UNFINISHED_STATES: readonly BookingState[] = ['HELD', 'PAYING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS'];
const BOOKED_STATES: readonly BookingState[] = ['CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS'];
const MAX_AFFECTED = 500;

/** The earliest or the latest start first. */
export const APPOINTMENT_ORDERS = ['earliest', 'latest'] as const;
export type AppointmentOrder = (typeof APPOINTMENT_ORDERS)[number];

export interface AppointmentFilters {
  from?: Date;
  to?: Date;
  staff_id?: Types.ObjectId;
  resource_id?: Types.ObjectId;
  contact_id?: Types.ObjectId;
  pet_id?: Types.ObjectId;
  status?: AppointmentStatus;
}

/** The fields of an appointment that reports count and reminders need. */
export type AppointmentFacts = Pick<
  Appointment,
  '_id' | 'state' | 'contact_id' | 'service_id' | 'staff_id' | 'starts_at' | 'price' | 'currency'
>;
const FACTS = { state: 1, contact_id: 1, service_id: 1, staff_id: 1, starts_at: 1, price: 1, currency: 1 } as const;

@Injectable()
export class AppointmentsRepository extends TenantRepository<Appointment> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Appointment.name) model: Model<Appointment>) {
    super(model, 'Appointment');
  }

  /** Finds any booking that was at least a hold. @throws AppError NOT_FOUND */
  async getBooking(scope: CompanyScope, id: Types.ObjectId): Promise<Appointment> {
    const found = await this.collection.findOne(scope, { _id: id });
    if (!found || found.state === 'CLAIMING' || found.state === 'FAILED') throw AppError.notFound('Appointment');
    return found;
  }

  findByClientKeys(scope: CompanyScope, keys: readonly string[]): Promise<Appointment[]> {
    return this.collection.find(scope, { client_key: { $in: [...keys] } });
  }

  list(
    scope: CompanyScope,
    filters: AppointmentFilters,
    request: PageRequest,
    order: AppointmentOrder = 'earliest',
  ): Promise<Page<Appointment>> {
    return this.page(scope, filterOf(filters), BY_START[order], request);
  }

  /** Live bookings that touch a period and were created before an id. */
  findPlannedBefore(
    scope: CompanyScope,
    { from, to }: Pick<OccupancyPeriod, 'from' | 'to'>,
    before: Types.ObjectId,
    except?: Types.ObjectId,
  ): Promise<Pick<Appointment, '_id' | 'legs' | 'lines'>[]> {
    const filter = {
      _id: { $lt: before, ...(except && { $ne: except }) },
      state: { $in: [...TENTATIVE_STATES, ...COMMITTED_STATES].filter((state) => state !== 'NO_SHOW') },
      exp: { $not: { $lte: new Date() } },
      ends_at: { $gt: from, $lt: new Date(to.getTime() + LONGEST_VISIT_MS) },
      starts_at: { $lt: to },
    };
    return this.collection.find(scope, filter, { projection: { legs: 1, lines: 1 } });
  }

  /** Booked appointments of contacts that end after an instant, by start. */
  bookedOf(scope: CompanyScope, contactIds: readonly Types.ObjectId[], after: Date): Promise<Appointment[]> {
    const filter = {
      contact_id: { $in: [...contactIds] },
      starts_at: { $gte: new Date(after.getTime() - LONGEST_VISIT_MS) },
      ends_at: { $gt: after },
      state: { $in: [...BOOKED_STATES] },
    };
    return this.collection.find(scope, filter, { sort: { starts_at: 1 } });
  }

  /** `<pet id>|<service id>` of all completed lines of these pets. */
  async completedBy(scope: CompanyScope, petIds: readonly Types.ObjectId[]): Promise<Set<string>> {
    if (petIds.length === 0) return new Set();
    const done = await this.collection.find(
      scope,
      { pet_ids: { $in: [...petIds] }, state: 'DONE' },
      { projection: { 'lines.pet_id': 1, 'lines.service_id': 1 } },
    );
    const pairs = done.flatMap(({ lines }) => lines);
    return new Set(pairs.map(({ pet_id, service_id }) => `${pet_id?.toHexString() ?? ''}|${service_id.toHexString()}`));
  }

  /** Booked appointments that start in a period, for reports; no holds and no cancelled ones. */
  startingBetween(scope: CompanyScope, from: Date, to: Date): Promise<AppointmentFacts[]> {
    const filter = { starts_at: { $gte: from, $lt: to }, state: { $in: [...COMMITTED_STATES] } };
    return this.collection.find(scope, filter, { projection: FACTS, sort: { starts_at: 1 } });
  }

  /** In no order; other ids are left out. */
  withIds(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Appointment[]> {
    return this.collection.find(scope, { _id: { $in: [...ids] } });
  }

  async hasFuture(
    scope: CompanyScope,
    of: { 'lines.service_id': Types.ObjectId } | { resource_ids: Types.ObjectId },
    now: Date,
  ): Promise<boolean> {
    const filter = { ...of, ends_at: { $gt: now }, state: { $in: [...UNFINISHED_STATES] } };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  findUpcoming(
    scope: CompanyScope,
    whose: { staff_ids: Types.ObjectId } | { contact_id: Types.ObjectId } | { pet_ids: Types.ObjectId },
    now: Date,
  ): Promise<Appointment[]> {
    const since = new Date(now.getTime() - LONGEST_VISIT_MS);
    const filter = {
      ...whose,
      starts_at: { $gte: since },
      ends_at: { $gt: now },
      state: { $in: [...UNFINISHED_STATES] },
    };
    return this.collection.find(scope, filter, { sort: { starts_at: 1 }, limit: MAX_AFFECTED });
  }

  async findNext(scope: CompanyScope, contact_id: Types.ObjectId, now: Date): Promise<Appointment | null> {
    const filter = { contact_id, starts_at: { $gt: now }, state: { $in: [...BOOKED_STATES] } };
    return this.collection.findOne(scope, filter, { sort: { starts_at: 1 } });
  }

  async findAffected(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    periods: readonly Period[],
  ): Promise<OverlappingAppointment[]> {
    if (periods.length === 0) return [];
    const overlapping = periods.map(({ starts_at, ends_at }) => ({
      starts_at: { $lt: ends_at, $gte: new Date(starts_at.getTime() - LONGEST_VISIT_MS) },
      ends_at: { $gt: starts_at },
    }));
    const filter = { staff_ids: staffId, state: { $in: [...UNFINISHED_STATES] }, $or: overlapping };
    const found = await this.collection.find(scope, filter, { sort: { starts_at: 1 }, limit: MAX_AFFECTED });
    return found.map(toAffected);
  }

  findPending(scope: CompanyScope, contact_id: Types.ObjectId, now: Date): Promise<Appointment[]> {
    const filter = { contact_id, starts_at: { $gt: now }, state: 'CONFIRMED' as const, is_pending: true };
    return this.collection.find(scope, filter, { sort: { starts_at: 1 }, limit: MAX_AFFECTED });
  }

  /** Requests of all companies that were due for approval before `now`, the oldest first. */
  findExpiredRequests(now: Date, limit: number): Promise<Appointment[]> {
    return this.collection.findAcrossCompanies(
      'sweep expired',
      { pending_until: { $lte: now }, is_pending: true, state: 'CONFIRMED' },
      { sort: { pending_until: 1 }, limit, projection: { company_id: 1, ver: 1 } },
    );
  }

  async idsOfContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<Types.ObjectId[]> {
    const found = await this.collection.find(scope, { contact_id }, { projection: { _id: 1 } });
    return found.map(({ _id }) => _id);
  }

  async removeNotes(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    await this.collection.updateMany(scope, { contact_id }, { $set: { notes: null, updated_at: new Date() } });
  }

  async anonymise(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    const update = { $set: { contact_id: null, notes: null, updated_at: new Date() } };
    await this.collection.updateMany(scope, { contact_id }, update);
  }

  async countOutcomes(
    scope: CompanyScope,
    contact_id: Types.ObjectId,
  ): Promise<{ completed: number; no_shows: number; late_cancels: number }> {
    const [completed, no_shows, late_cancels] = await Promise.all([
      this.count(scope, { contact_id, state: 'DONE' }),
      this.count(scope, { contact_id, state: 'NO_SHOW' }),
      this.count(scope, { contact_id, state: 'CANCELLED', is_late_cancel: true }),
    ]);
    return { completed, no_shows, late_cancels };
  }

  async removePublishedEvents(scope: CompanyScope, id: Types.ObjectId, ids: readonly string[]): Promise<void> {
    const told = { $pull: { events: { id: { $in: [...ids] } } }, $unset: { tell_retry: true as const } };
    await this.collection.updateOne(scope, { _id: id }, told, 'derived');
  }

  async postponePublishing(scope: CompanyScope, id: Types.ObjectId, tell_retry: PublishRetry): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { tell_retry } }, 'derived');
  }

  /** Of all companies; skips appointments whose next try is later. */
  findWithUnpublishedEvents(before: Date, now: Date, limit: number): Promise<Appointment[]> {
    return this.collection.findAcrossCompanies(
      'publish appointment events',
      { 'events.at': { $lte: before }, 'tell_retry.at': { $not: { $gt: now } } },
      { limit, projection: { company_id: 1, tell_retry: 1 } },
    );
  }
}

function filterOf({ from, to, staff_id, resource_id, contact_id, pet_id, status }: AppointmentFilters): object {
  const begins = {
    ...(from ? { $gte: new Date(from.getTime() - LONGEST_VISIT_MS) } : {}),
    ...(to ? { $lt: to } : {}),
  };
  return {
    ...(staff_id ? { staff_ids: staff_id } : {}),
    ...(resource_id ? { resource_ids: resource_id } : {}),
    ...(contact_id ? { contact_id } : {}),
    ...(pet_id ? { pet_ids: pet_id } : {}),
    ...(from || to ? { starts_at: begins } : {}),
    ...(from ? { ends_at: { $gt: from } } : {}),
    ...stateFilter(status),
  };
}

function stateFilter(status: AppointmentStatus | undefined): object {
  const cancelled = { state: 'CANCELLED', confirmed_at: { $ne: null } };
  if (!status) return { $or: [{ state: { $in: [...LISTED_STATES] } }, cancelled] };
  if (status === 'cancelled') return cancelled;
  const states = statesOf(status).filter((state) => !HIDDEN_STATES.includes(state));
  if (status === 'confirmed') return { state: 'CONFIRMED', is_pending: false };
  if (status !== 'pending') return { state: { $in: states } };
  return { $or: [{ state: { $in: states } }, { state: 'CONFIRMED', is_pending: true }] };
}

function toAffected({ _id, service_id, contact_id, starts_at, ends_at, state }: StoredBooking): OverlappingAppointment {
  return {
    _id: _id.toHexString(),
    service_id: service_id.toHexString(),
    contact_id: contact_id?.toHexString() ?? null,
    starts_at,
    ends_at,
    status: statusOf(state),
  };
}
