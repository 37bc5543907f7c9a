import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Appointment, AppointmentSchema } from './schemas/appointment.schema.js';
import { ResourceReservation, ResourceReservationSchema } from './schemas/resource-reservation.schema.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { ChargesRepository } from './charges.repository.js';
import { BookingSweeper } from './booking-sweeper.js';
import { ReservationsService } from './reservations.service.js';
import { ClaimChanges } from './claim-changes.js';
import { ClaimVersion, ClaimVersionSchema } from './claim-changes.schema.js';
import { DiaryRepository } from './diary.repository.js';
import { MongoBookingStore } from './mongo-booking-store.js';
import { OccupancyReader } from './occupancy-reader.js';
import { VisitsRepository } from './visits.repository.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Appointment.name, schema: AppointmentSchema },
      { name: ResourceReservation.name, schema: ResourceReservationSchema },
      { name: ClaimVersion.name, schema: ClaimVersionSchema },
    ]),
  ],
  providers: [
    AppointmentsRepository,
    ChargesRepository,
    ClaimChanges,
    DiaryRepository,
    MongoBookingStore,
    OccupancyReader,
    ReservationsService,
    BookingSweeper,
    VisitsRepository,
  ],
  exports: [
    AppointmentsRepository,
    ChargesRepository,
    DiaryRepository,
    MongooseModule,
    ReservationsService,
    ClaimChanges,
    OccupancyReader,
    VisitsRepository,
  ],
})
export class ReservationsModule {}
