import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';

/** Whether future appointments use a document that is to be deleted. */
export interface FutureUse {
  hasFutureOfService(scope: CompanyScope, serviceId: Types.ObjectId): Promise<boolean>;
  hasFutureOfResource(scope: CompanyScope, resourceId: Types.ObjectId): Promise<boolean>;
}

export interface Period {
  starts_at: Date;
  ends_at: Date;
}

export interface OverlappingAppointment extends Period {
  _id: string;
  service_id: string;
  contact_id: string | null;
  status: string;
}

export interface OverlappingAppointments {
  /** Live appointments of a staff member that overlap any period, sorted by time. */
  findOverlapping(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    periods: readonly Period[],
  ): Promise<OverlappingAppointment[]>;
}

/** Port of the catalog to appointments, which register in `onModuleInit`. Until then nothing is in use. */
@Injectable()
export class AppointmentLookups implements FutureUse, OverlappingAppointments {
  private source: (FutureUse & OverlappingAppointments) | undefined;

  /** @throws Error if a source is already registered */
  register(source: FutureUse & OverlappingAppointments): void {
    if (this.source) throw new Error('The appointments have signed up twice');
    this.source = source;
  }

  async hasFutureOfService(scope: CompanyScope, serviceId: Types.ObjectId): Promise<boolean> {
    return (await this.source?.hasFutureOfService(scope, serviceId)) ?? false;
  }

  async hasFutureOfResource(scope: CompanyScope, resourceId: Types.ObjectId): Promise<boolean> {
    return (await this.source?.hasFutureOfResource(scope, resourceId)) ?? false;
  }

  async findOverlapping(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    periods: readonly Period[],
  ): Promise<OverlappingAppointment[]> {
    return (await this.source?.findOverlapping(scope, staffId, periods)) ?? [];
  }
}
