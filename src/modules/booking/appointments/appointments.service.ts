import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import {
  type AppointmentFilters,
  type AppointmentOrder,
  AppointmentsRepository,
  type StoredBooking,
} from '../reservations/index.js';

@Injectable()
export class AppointmentsService {
  constructor(private readonly appointments: AppointmentsRepository) {}

  list(
    scope: CompanyScope,
    filters: AppointmentFilters,
    page: PageRequest,
    order?: AppointmentOrder,
  ): Promise<Page<StoredBooking>> {
    return this.appointments.list(scope, filters, page, order);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking> {
    return this.appointments.getBooking(scope, id);
  }
}
