import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { PetUseRegistry } from '../../../customers/pets/index.js';
import { AppointmentsRepository } from '../../reservations/index.js';
import {
  AppointmentLookups,
  type OverlappingAppointments,
  type FutureUse,
  type OverlappingAppointment,
  type Period,
} from '../../calendar/index.js';

@Injectable()
export class AppointmentLookupsSource implements FutureUse, OverlappingAppointments, OnModuleInit {
  constructor(
    private readonly lookups: AppointmentLookups,
    private readonly petUses: PetUseRegistry,
    private readonly appointments: AppointmentsRepository,
  ) {}

  onModuleInit(): void {
    this.lookups.register(this);
    this.petUses.register('future appointments', async (scope, petId) => {
      return (await this.appointments.findUpcoming(scope, { pet_ids: petId }, new Date())).length > 0;
    });
  }

  hasFutureOfService(scope: CompanyScope, serviceId: Types.ObjectId): Promise<boolean> {
    return this.appointments.hasFuture(scope, { 'lines.service_id': serviceId }, new Date());
  }

  hasFutureOfResource(scope: CompanyScope, resourceId: Types.ObjectId): Promise<boolean> {
    return this.appointments.hasFuture(scope, { resource_ids: resourceId }, new Date());
  }

  findOverlapping(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    periods: readonly Period[],
  ): Promise<OverlappingAppointment[]> {
    return this.appointments.findAffected(scope, staffId, periods);
  }
}
