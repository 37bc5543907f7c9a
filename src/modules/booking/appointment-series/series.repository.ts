import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { Appointment } from '../reservations/index.js';
import { AppointmentSeries, type SeriesState } from './series.schema.js';

@Injectable()
export class SeriesRepository extends TenantRepository<AppointmentSeries> {
  constructor(@InjectModel(AppointmentSeries.name) model: Model<AppointmentSeries>) {
    super(model, 'Series');
  }

  async add(
    scope: CompanyScope,
    series: Pick<AppointmentSeries, '_id' | 'service_id' | 'starts_at' | 'time_zone' | 'rule'> & { stale_at: Date },
  ): Promise<void> {
    const now = new Date();
    const rest = { state: 'committing' as const, appointment_ids: [], created_at: now, updated_at: now };
    await this.collection.insertOne(scope, { ...series, ...rest });
  }

  /** @returns false while the series is being undone */
  setAppointments(scope: CompanyScope, id: Types.ObjectId, ids: readonly Types.ObjectId[]): Promise<boolean> {
    const fields = { appointment_ids: [...ids], updated_at: new Date() };
    return this.collection.updateOne(scope, { _id: id, state: 'committing' }, { $set: fields });
  }

  /** Closes the series by a write: nobody can finish it afterwards. @returns null if there is nothing to undo */
  beginUndoing(scope: CompanyScope, id: Types.ObjectId, stale_at: Date): Promise<AppointmentSeries | null> {
    const unfinished = { _id: id, state: { $in: ['committing', 'undoing'] as const satisfies SeriesState[] } };
    const update = { $set: { state: 'undoing' as const, stale_at, updated_at: new Date() } };
    return this.collection.findOneAndUpdate(scope, unfinished, update);
  }

  changeState(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly SeriesState[],
    state: SeriesState,
  ): Promise<AppointmentSeries | null> {
    const update = { $set: { state, updated_at: new Date() }, $unset: { stale_at: true as const } };
    return this.collection.findOneAndUpdate(scope, { _id: id, state: { $in: [...from] } }, update);
  }

  stale(now: Date, limit: number): Promise<AppointmentSeries[]> {
    const options = { limit, sort: { stale_at: 1 as const }, projection: { company_id: 1 } };
    return this.collection.findAcrossCompanies('sweep expired', { stale_at: { $lte: now } }, options);
  }
}

@Injectable()
export class SeriesAppointmentsRepository extends TenantRepository<Appointment> {
  constructor(@InjectModel(Appointment.name) model: Model<Appointment>) {
    super(model, 'Appointment');
  }

  async read(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Appointment[]> {
    if (ids.length === 0) return [];
    const found = await this.collection.find(scope, { _id: { $in: [...ids] } });
    return found.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
  }
}
