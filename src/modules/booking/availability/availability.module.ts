import { Module } from '@nestjs/common';
import { PetsModule } from '../../customers/pets/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { AvailabilityCache } from './availability-cache.js';
import { SlotResponseCache } from './slot-response-cache.js';
import { SlotsController } from './slots.controller.js';
import { SlotsService } from './slots.service.js';
import { UnclaimedQuotaUse } from './unclaimed-quota-use.js';
import { VisitRequestResolver } from './visit-request-resolver.js';

@Module({
  imports: [BookingCatalogModule, ReservationsModule, PetsModule],
  controllers: [SlotsController],
  providers: [AvailabilityCache, SlotResponseCache, SlotsService, UnclaimedQuotaUse, VisitRequestResolver],
  exports: [AvailabilityCache, SlotResponseCache, SlotsService, UnclaimedQuotaUse, VisitRequestResolver],
})
export class AvailabilityModule {}
