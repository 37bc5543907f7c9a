import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { UsersModule } from '../../users/index.js';
import { CatalogChanges } from './catalog-changes.js';
import { AppointmentLookups } from './ports/appointment-lookups.js';
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
import { CatalogVersion, CatalogVersionSchema } from './snapshot/catalog-version.schema.js';
import { CatalogVersionsRepository } from './snapshot/catalog-versions.repository.js';
import { StaffDirectory } from './staff-directory.js';

/** What may be booked, with whom, where and when: everything that decides it but the bookings themselves. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: BookableService.name, schema: BookableServiceSchema },
      { name: CatalogVersion.name, schema: CatalogVersionSchema },
      { name: Resource.name, schema: ResourceSchema },
      { name: ResourceType.name, schema: ResourceTypeSchema },
      { name: StaffSchedule.name, schema: StaffScheduleSchema },
    ]),
    UsersModule,
  ],
  controllers: [ServicesController, ResourceTypesController, ResourcesController, StaffSchedulesController],
  providers: [
    AppointmentLookups,
    CatalogChanges,
    CatalogVersionsRepository,
    ResourceTypesRepository,
    ResourceTypesService,
    ResourcesRepository,
    ResourcesService,
    ServicesRepository,
    ServicesService,
    StaffDirectory,
    StaffSchedulesRepository,
    StaffSchedulesService,
  ],
  exports: [AppointmentLookups, ServicesService, StaffDirectory],
})
export class BookingCatalogModule {}
