import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../contacts/index.js';
import { PetsModule } from '../pets/index.js';
import { AppointmentLookupsSource } from './announcing/appointment-lookups.source.js';
import { AppointmentOutbox } from './announcing/appointment-outbox.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { AppointmentsService } from './appointments.service.js';
import { BookingPlanner } from './booking/booking-planner.js';
import { BookingService } from './booking/booking.service.js';
import { Customers } from './booking/customers.js';
import { BookingCatalogModule } from './catalog/booking-catalog.module.js';
import { ClaimsModule } from './claims/claims.module.js';
import { AgreementsRepository, PetClearancesRepository } from './gates/gate-records.repository.js';
import { Agreement, AgreementSchema, PetClearance, PetClearanceSchema } from './gates/gate-records.schema.js';
import { GatesService } from './gates/gates.service.js';
import { HoldsController } from './holds.controller.js';
import { DiaryReader } from './slots/diary.js';
import { SlotsController } from './slots/slots.controller.js';
import { SlotsService } from './slots/slots.service.js';
import { Visits } from './slots/visits.js';

/** Bookings: what is offered, by whom and when, and who has it. */
@Module({
  imports: [
    BookingCatalogModule,
    ClaimsModule,
    ContactsModule,
    PetsModule,
    MongooseModule.forFeature([
      { name: Agreement.name, schema: AgreementSchema },
      { name: PetClearance.name, schema: PetClearanceSchema },
    ]),
  ],
  // The paths that are words before those that are ids.
  controllers: [SlotsController, HoldsController, AppointmentsController],
  providers: [
    AgreementsRepository,
    AppointmentLookupsSource,
    AppointmentOutbox,
    AppointmentsRepository,
    AppointmentsService,
    BookingPlanner,
    BookingService,
    Customers,
    DiaryReader,
    GatesService,
    PetClearancesRepository,
    SlotsService,
    Visits,
  ],
  exports: [AppointmentsRepository, BookingService, ClaimsModule, SlotsService],
})
export class AppointmentsModule {}
