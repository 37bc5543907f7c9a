import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { BookingCatalogModule } from './catalog/booking-catalog.module.js';
import { BookingSweeper } from './claims/booking-sweeper.js';
import { BookingsService } from './claims/bookings.service.js';
import { MongoBookingStore } from './claims/mongo-booking-store.js';
import { TakenCellsReader } from './claims/taken-cells.js';
import { Appointment, AppointmentSchema } from './schemas/appointment.schema.js';
import { ResourceReservation, ResourceReservationSchema } from './schemas/resource-reservation.schema.js';

/** Bookings: who has which time of whom, and nobody twice. */
@Module({
  imports: [
    BookingCatalogModule,
    MongooseModule.forFeature([
      { name: Appointment.name, schema: AppointmentSchema },
      { name: ResourceReservation.name, schema: ResourceReservationSchema },
    ]),
  ],
  providers: [MongoBookingStore, TakenCellsReader, BookingsService, BookingSweeper],
  exports: [BookingsService, TakenCellsReader],
})
export class AppointmentsModule {}
