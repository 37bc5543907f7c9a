import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Appointment, AppointmentSchema } from './schemas/appointment.schema.js';
import { ResourceReservation, ResourceReservationSchema } from './schemas/resource-reservation.schema.js';

/** Bookings: who has which time of whom, and nobody twice. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Appointment.name, schema: AppointmentSchema },
      { name: ResourceReservation.name, schema: ResourceReservationSchema },
    ]),
  ],
})
export class AppointmentsModule {}
