import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { CatalogChanges } from './catalog-changes.js';
import { Closure, ClosureSchema } from './closures/closure.schema.js';
import { ClosuresController } from './closures/closures.controller.js';
import { ClosuresRepository } from './closures/closures.repository.js';
import { ClosuresService } from './closures/closures.service.js';
import { AppointmentLookups } from './ports/appointment-lookups.js';
import { Quota, QuotaSchema } from './quotas/quota.schema.js';
import { LocalDays } from './local-days.js';
import { QuotasController } from './quotas/quotas.controller.js';
import { QuotasRepository } from './quotas/quotas.repository.js';
import { QuotasService } from './quotas/quotas.service.js';
import { QuotesController } from './quotes/quotes.controller.js';
import { QuotesService } from './quotes/quotes.service.js';
import { Resource, ResourceSchema } from './resources/resource.schema.js';
import { ResourceType, ResourceTypeSchema } from './resources/resource-type.schema.js';
import { ResourceTypesController } from './resources/resource-types.controller.js';
import { ResourceTypesRepository } from './resources/resource-types.repository.js';
import { ResourceTypesService } from './resources/resource-types.service.js';
import { ResourcesController } from './resources/resources.controller.js';
import { ResourcesRepository } from './resources/resources.repository.js';
import { ResourcesService } from './resources/resources.service.js';
import { StaffSchedule, StaffScheduleSchema } from './schedules/staff-schedule.schema.js';
import { StaffSchedulesController } from './schedules/staff-schedules.controller.js';
import { StaffSchedulesRepository } from './schedules/staff-schedules.repository.js';
import { StaffSchedulesService } from './schedules/staff-schedules.service.js';
import { BookableService, BookableServiceSchema } from './services/service.schema.js';
import { ServicesController } from './services/services.controller.js';
import { ServicesRepository } from './services/services.repository.js';
import { ServicesService } from './services/services.service.js';
import { BookingSettingsController } from './settings/booking-settings.controller.js';
import { BookingSettingsRepository } from './settings/booking-settings.repository.js';
import { BookingSettings, BookingSettingsSchema } from './settings/booking-settings.schema.js';
import { BookingSettingsService } from './settings/booking-settings.service.js';
import { BookingCatalog } from './snapshot/booking-catalog.js';
import { CatalogReader } from './snapshot/catalog-reader.js';
import { CatalogVersion, CatalogVersionSchema } from './snapshot/catalog-version.schema.js';
import { CatalogVersionsRepository } from './snapshot/catalog-versions.repository.js';
import { StaffReader } from './snapshot/staff-reader.js';
import { StaffDirectory } from './staff-directory.js';
import { TimeOffController } from './time-off/time-off.controller.js';
import { TimeOffRepository } from './time-off/time-off.repository.js';
import { TimeOff, TimeOffSchema } from './time-off/time-off.schema.js';
import { TimeOffService } from './time-off/time-off.service.js';

/** What may be booked, with whom, where and when: everything that decides it but the bookings themselves. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: BookableService.name, schema: BookableServiceSchema },
      { name: BookingSettings.name, schema: BookingSettingsSchema },
      { name: CatalogVersion.name, schema: CatalogVersionSchema },
      { name: Closure.name, schema: ClosureSchema },
      { name: Quota.name, schema: QuotaSchema },
      { name: Resource.name, schema: ResourceSchema },
      { name: ResourceType.name, schema: ResourceTypeSchema },
      { name: StaffSchedule.name, schema: StaffScheduleSchema },
      { name: TimeOff.name, schema: TimeOffSchema },
    ]),
    CompaniesModule,
    PetsModule,
    UsersModule,
  ],
  controllers: [
    ServicesController,
    QuotesController,
    ResourceTypesController,
    ResourcesController,
    StaffSchedulesController,
    TimeOffController,
    ClosuresController,
    QuotasController,
    BookingSettingsController,
  ],
  providers: [
    AppointmentLookups,
    BookingCatalog,
    BookingSettingsRepository,
    BookingSettingsService,
    CatalogChanges,
    CatalogReader,
    CatalogVersionsRepository,
    ClosuresRepository,
    ClosuresService,
    LocalDays,
    QuotasRepository,
    QuotasService,
    QuotesService,
    ResourceTypesRepository,
    ResourceTypesService,
    ResourcesRepository,
    ResourcesService,
    ServicesRepository,
    ServicesService,
    StaffDirectory,
    StaffReader,
    StaffSchedulesRepository,
    StaffSchedulesService,
    TimeOffRepository,
    TimeOffService,
  ],
  exports: [
    AppointmentLookups,
    BookingCatalog,
    BookingSettingsService,
    LocalDays,
    ResourceTypesService,
    ResourcesService,
    ServicesService,
    StaffDirectory,
    StaffSchedulesService,
  ],
})
export class BookingCatalogModule {}
