import { Module } from '@nestjs/common';
import { BookingCatalogModule } from './catalog/booking-catalog.module.js';
import { ClaimsModule } from './claims/claims.module.js';

/** Bookings: what is offered, by whom and when, and who has it. */
@Module({
  imports: [BookingCatalogModule, ClaimsModule],
  exports: [ClaimsModule],
})
export class AppointmentsModule {}
