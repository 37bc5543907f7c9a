import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { LONGEST_VISIT_MS } from './appointments.repository.js';
import { COMMITTED_STATES, HOLD_STATES } from './booking.js';
import { Appointment } from './schemas/appointment.schema.js';

/** Large fields that no screen shows. */
const UNSHOWN = { busy: 0, events: 0, booked_services: 0, freed: 0, move: 0, merge_marks: 0 } as const;

interface Instants {
  readonly from: Date;
  readonly to: Date;
}

/** Reads appointments by their place in the calendar. */
@Injectable()
export class DiaryRepository extends TenantRepository<Appointment> {
  constructor(@InjectModel(Appointment.name) model: Model<Appointment>) {
    super(model, 'Appointment');
  }

  /** Appointments and live holds that overlap [from, to), by start; cancelled ones are left out. */
  findOverlapping(scope: CompanyScope, { from, to }: Instants, limit: number): Promise<Appointment[]> {
    const filter = {
      state: { $in: [...HOLD_STATES, ...COMMITTED_STATES] },
      exp: { $not: { $lte: new Date() } },
      starts_at: { $gte: new Date(from.getTime() - LONGEST_VISIT_MS), $lt: to },
      ends_at: { $gt: from },
    };
    return this.collection.find(scope, filter, { sort: { starts_at: 1, _id: 1 }, limit, projection: UNSHOWN });
  }

  /**
   * Appointments that start in [from, to), with cancelled ones and without holds.
   * @param whose fields that must match
   * @param order by start; 1: the earliest first
   */
  findWithCancelled(
    scope: CompanyScope,
    { from, to }: Instants,
    whose: { staff_ids?: Types.ObjectId | null; resource_ids?: Types.ObjectId | null },
    { limit, order }: { limit: number; order: 1 | -1 },
  ): Promise<Appointment[]> {
    const state = { $in: [...COMMITTED_STATES, 'CANCELLED' as const] };
    const filter = { ...whose, state, starts_at: { $gte: from, $lt: to } };
    return this.collection.find(scope, filter, {
      sort: { starts_at: order, _id: order },
      limit,
      projection: UNSHOWN,
    });
  }

  /** Starts of appointments in [from, to), without holds and cancelled ones. */
  startsBetween(scope: CompanyScope, { from, to }: Instants): Promise<Pick<Appointment, 'starts_at' | 'is_pending'>[]> {
    const filter = { state: { $in: [...COMMITTED_STATES] }, starts_at: { $gte: from, $lt: to } };
    return this.collection.find(scope, filter, { projection: { _id: 0, starts_at: 1, is_pending: 1 } });
  }
}
