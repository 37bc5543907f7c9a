import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';

/** Whether appointments that lie ahead need what somebody wants to delete. */
export interface FutureUse {
  hasFutureOfService(scope: CompanyScope, serviceId: Types.ObjectId): Promise<boolean>;
  hasFutureOfResource(scope: CompanyScope, resourceId: Types.ObjectId): Promise<boolean>;
}

/** Half-open. */
export interface Period {
  starts_at: Date;
  ends_at: Date;
}

/** An appointment that somebody's time off falls on. Ids are hex. */
export interface OverlappingAppointment extends Period {
  _id: string;
  service_id: string;
  contact_id: string | null;
  status: string;
}

export interface OverlappingAppointments {
  /** The live appointments of a staff member that overlap any of the periods, in order of time. */
  findOverlapping(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    periods: readonly Period[],
  ): Promise<OverlappingAppointment[]>;
}

/**
 * What the catalog asks of appointments. They build on the catalog and not the other way round, so they sign up here, in
 * their `onModuleInit`; until then nothing is in use.
 */
@Injectable()
export class AppointmentLookups implements FutureUse, OverlappingAppointments {
  private source: (FutureUse & OverlappingAppointments) | undefined;

  /** @throws Error when there is a source already */
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
