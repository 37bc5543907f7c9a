import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { rowProblemOf, type RowPlan } from '../../customers/customer-imports/index.js';
import { BookingCustomersService, BookingPlanner, plannedDetails, type PlannedBooking } from '../appointments/index.js';
import type { LegRequest } from '../engine/index.js';
import { KnownAppointments, overlaps } from './known-appointments.js';
import type { AppointmentRow } from './appointment-row-reader.js';
import { visitOf } from './visit-of-row.js';

const AS_STAFF = { channel: 'staff' } as const;

const takenInFile = (): AppError =>
  AppError.conflict('TAKEN_IN_FILE', 'An earlier row of the file takes this time. Choose another time or person.');

const petBusy = (): AppError =>
  AppError.conflict('PET_BUSY', 'The pet has another appointment at that time. Choose another time.');

@Injectable()
export class AppointmentRehearsalService {
  constructor(
    private readonly planner: BookingPlanner,
    private readonly customers: BookingCustomersService,
  ) {}

  begin(scope: CompanyScope): AppointmentRehearsal {
    return new AppointmentRehearsal(scope, this.planner, this.customers);
  }
}

/** Tries the rows of a file one after the other, as if the earlier ones were booked. Books nothing. */
export class AppointmentRehearsal {
  readonly known = new KnownAppointments();
  private readonly takenByLane = new Map<string, LegRequest[]>();

  constructor(
    private readonly scope: CompanyScope,
    private readonly planner: BookingPlanner,
    private readonly customers: BookingCustomersService,
  ) {}

  async try(read: AppointmentRow | undefined, plan: RowPlan): Promise<Pick<RowPlan, 'made' | 'problems'>> {
    if (!read || !plan.contact_id || plan.problems.length > 0) return plan;
    if (this.known.find(read, plan)) return { problems: [], made: made('appointments_matched') };
    try {
      const { plan: booking, visit, catalog } = await this.fit(read, plan);
      if (this.known.isPetBusy(plan.contact_id, booking.legs)) throw petBusy();
      const details = { ...plannedDetails(booking, visit), time_zone: catalog.time_zone };
      await this.customers.judgeGates(this.scope, details, plan.contact_id);
      this.take(booking.legs);
      const legs = booking.legs.map((leg) => ({ ...leg, a: '' }));
      this.known.add({ ...details, _id: new Types.ObjectId(), contact_id: plan.contact_id, legs });
      return { problems: [], made: made('appointments_created') };
    } catch (error) {
      return { problems: [rowProblemOf(error)], made: null };
    }
  }

  /** The plan of the visit beside the earlier rows. @throws AppError */
  private async fit(read: AppointmentRow, plan: RowPlan): Promise<PlannedBooking> {
    const visit = visitOf(read, plan);
    const first = await this.planner.plan(this.scope, visit, AS_STAFF);
    if (!first.plan.legs.some((leg) => this.takenByLane.get(leg.lane)?.some((other) => overlaps(leg, other))))
      return first;
    const alsoTaken = [...this.takenByLane.values()].flat();
    return this.planner.plan(this.scope, visit, { ...AS_STAFF, alsoTaken }).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'SLOT_TAKEN' ? takenInFile() : error;
    });
  }

  private take(legs: readonly LegRequest[]): void {
    for (const leg of legs) {
      const taken = this.takenByLane.get(leg.lane);
      if (taken) taken.push(leg);
      else this.takenByLane.set(leg.lane, [leg]);
    }
  }
}

const made = (outcome: 'appointments_created' | 'appointments_matched'): RowPlan['made'] => ({
  outcome,
  id: null,
  version: null,
});
