import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { Closure, ClosureSchema } from './closures/closure.schema.js';
import { ClosuresController } from './closures/closures.controller.js';
import { ClosuresRepository } from './closures/closures.repository.js';
import { ClosuresService } from './closures/closures.service.js';
import { ExternalBusyTime, ExternalBusyTimeSchema } from './external-busy/external-busy-time.schema.js';
import { ExternalBusyTimesRepository } from './external-busy/external-busy-times.repository.js';
import { ExternalBusyTimesService } from './external-busy/external-busy-times.service.js';
import { LocalDays } from './local-days.js';
import { AppointmentLookups } from './ports/appointment-lookups.js';
import { StaffSchedule, StaffScheduleSchema } from './schedules/staff-schedule.schema.js';
import { StaffSchedulesController } from './schedules/staff-schedules.controller.js';
import { StaffSchedulesRepository } from './schedules/staff-schedules.repository.js';
import { StaffSchedulesService } from './schedules/staff-schedules.service.js';
import { StaffDirectory } from './staff-directory.js';
import { TimeOffController } from './time-off/time-off.controller.js';
import { TimeOffRepository } from './time-off/time-off.repository.js';
import { TimeOff, TimeOffSchema } from './time-off/time-off.schema.js';
import { TimeOffService } from './time-off/time-off.service.js';
import { CatalogChanges } from './versions/catalog-changes.js';
import { CatalogVersion, CatalogVersionSchema } from './versions/catalog-version.schema.js';
import { CatalogVersionsRepository } from './versions/catalog-versions.repository.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: CatalogVersion.name, schema: CatalogVersionSchema },
      { name: Closure.name, schema: ClosureSchema },
      { name: ExternalBusyTime.name, schema: ExternalBusyTimeSchema },
      { name: StaffSchedule.name, schema: StaffScheduleSchema },
      { name: TimeOff.name, schema: TimeOffSchema },
    ]),
    CompaniesModule,
    UsersModule,
  ],
  controllers: [StaffSchedulesController, TimeOffController, ClosuresController],
  providers: [
    AppointmentLookups,
    CatalogChanges,
    CatalogVersionsRepository,
    ClosuresRepository,
    ClosuresService,
    ExternalBusyTimesRepository,
    ExternalBusyTimesService,
    LocalDays,
    StaffDirectory,
    StaffSchedulesRepository,
    StaffSchedulesService,
    TimeOffRepository,
    TimeOffService,
  ],
  exports: [
    AppointmentLookups,
    CatalogChanges,
    CatalogVersionsRepository,
    ClosuresRepository,
    ExternalBusyTimesRepository,
    ExternalBusyTimesService,
    LocalDays,
    StaffDirectory,
    StaffSchedulesRepository,
    StaffSchedulesService,
    TimeOffRepository,
  ],
})
export class CalendarModule {}
