import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import type { BookingState } from './booking.js';
import { Appointment } from './schemas/appointment.schema.js';

const VISITED_STATES: readonly BookingState[] = ['PAYING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS', 'DONE'];

/** Whose visit it is, of which pets, and when. */
export type VisitFacts = Pick<
  Appointment,
  '_id' | 'contact_id' | 'pet_ids' | 'lines' | 'starts_at' | 'completed_at' | 'state'
>;
const VISIT_FACTS = { state: 1, contact_id: 1, pet_ids: 1, lines: 1, starts_at: 1, completed_at: 1 } as const;

/** Reads appointments as visits of customers and their pets. */
@Injectable()
export class VisitsRepository extends TenantRepository<Appointment> {
  constructor(@InjectModel(Appointment.name) model: Model<Appointment>) {
    super(model, 'Appointment');
  }

  /** Confirmed appointments of customers that start after `after` and until `until`; no requests. */
  confirmedStartingIn(scope: CompanyScope, after: Date, until: Date): Promise<VisitFacts[]> {
    const filter = {
      state: 'CONFIRMED' as const,
      starts_at: { $gt: after, $lte: until },
      contact_id: { $ne: null },
      is_pending: { $ne: true },
    };
    return this.collection.find(scope, filter, { projection: VISIT_FACTS });
  }

  /** Appointments of customers that staff have completed after `after` and until `until`. */
  completedIn(scope: CompanyScope, after: Date, until: Date): Promise<VisitFacts[]> {
    const filter = { completed_at: { $gt: after, $lte: until }, state: 'DONE' as const, contact_id: { $ne: null } };
    return this.collection.find(scope, filter, { projection: VISIT_FACTS });
  }

  /** Visits of pets that start after an instant and are booked, under way or completed. */
  visitsOfPets(scope: CompanyScope, petIds: readonly Types.ObjectId[], after: Date): Promise<VisitFacts[]> {
    const filter = {
      pet_ids: { $in: [...petIds] },
      starts_at: { $gt: after },
      state: { $in: [...VISITED_STATES] },
    };
    return this.collection.find(scope, filter, { projection: VISIT_FACTS });
  }
}
