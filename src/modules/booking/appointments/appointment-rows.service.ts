import { Injectable } from '@nestjs/common';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { StaffDirectory } from '../calendar/index.js';
import { ServicesService } from '../catalog/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { AppointmentView } from './appointment.view.js';
import { AppointmentViewMapper } from './appointment-view.mapper.js';

/** An appointment in a list. A name is null where the service was deleted, or nobody is named. */
export interface AppointmentRow extends AppointmentView {
  service_name: string | null;
  staff_name: string | null;
}

/** Adds names to lists of appointments, by two queries for the whole list. */
@Injectable()
export class AppointmentRowsService {
  constructor(
    private readonly views: AppointmentViewMapper,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
  ) {}

  async toRows(scope: CompanyScope, bookings: readonly StoredBooking[]): Promise<AppointmentRow[]> {
    const [services, staff] = await Promise.all([
      this.services.namesOf(scope, distinctIds(bookings.map(({ service_id }) => service_id))),
      this.staff.namesOf(scope, distinctIds(bookings.flatMap(({ staff_id }) => staff_id ?? []))),
    ]);
    return this.views.toViews(bookings).map((view) => ({
      ...view,
      service_name: services.get(view.service_id) ?? null,
      staff_name: view.staff_id !== null ? (staff.get(view.staff_id) ?? null) : null,
    }));
  }
}
