import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { CalendarModule } from '../calendar/index.js';
import { Quota, QuotaSchema } from './quotas/quota.schema.js';
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
import { StaffReader } from './snapshot/staff-reader.js';
import { StarterCatalogScheduler } from './starter/starter-catalog.jobs.js';
import { StarterCatalogService } from './starter/starter-catalog.service.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: BookableService.name, schema: BookableServiceSchema },
      { name: BookingSettings.name, schema: BookingSettingsSchema },
      { name: Quota.name, schema: QuotaSchema },
      { name: Resource.name, schema: ResourceSchema },
      { name: ResourceType.name, schema: ResourceTypeSchema },
    ]),
    CalendarModule,
    CompaniesModule,
    PetsModule,
  ],
  controllers: [
    ServicesController,
    QuotesController,
    ResourceTypesController,
    ResourcesController,
    QuotasController,
    BookingSettingsController,
  ],
  providers: [
    BookingCatalog,
    BookingSettingsRepository,
    BookingSettingsService,
    CatalogReader,
    QuotasRepository,
    QuotasService,
    QuotesService,
    ResourceTypesRepository,
    ResourceTypesService,
    ResourcesRepository,
    ResourcesService,
    ServicesRepository,
    ServicesService,
    StaffReader,
    StarterCatalogScheduler,
    StarterCatalogService,
  ],
  exports: [BookingCatalog, BookingSettingsService, ResourceTypesService, ResourcesService, ServicesService],
})
export class BookingCatalogModule {}
