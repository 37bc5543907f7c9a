import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { COMMITTED_STATES } from './booking.js';
import { Appointment } from './schemas/appointment.schema.js';

/** What an appointment costs, and who did it. Price and fee are in minor units of `currency`. */
export type Charged = Pick<
  Appointment,
  '_id' | 'state' | 'contact_id' | 'service_id' | 'staff_id' | 'starts_at' | 'price' | 'fee' | 'currency'
>;
const CHARGED = {
  ...{ state: 1, contact_id: 1, service_id: 1, staff_id: 1 },
  ...{ starts_at: 1, price: 1, fee: 1, currency: 1 },
} as const;
/** More visits of one customer are not read for an account. */
const MAX_OF_CONTACT = 2_000;

/** Reads what appointments cost. */
@Injectable()
export class ChargesRepository extends TenantRepository<Appointment> {
  constructor(@InjectModel(Appointment.name) model: Model<Appointment>) {
    super(model, 'Appointment');
  }

  /** Booked and cancelled appointments of a contact, by start. */
  ofContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<Charged[]> {
    const filter = { contact_id, state: { $in: [...COMMITTED_STATES, 'CANCELLED' as const] } };
    return this.collection.find(scope, filter, { projection: CHARGED, sort: { starts_at: 1 }, limit: MAX_OF_CONTACT });
  }
}
