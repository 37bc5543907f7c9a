import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentLookupsSource } from './announcing/appointment-lookups.source.js';
import { AppointmentOutbox } from './announcing/appointment-outbox.js';
import { HoldEnds } from './announcing/hold-ends.js';
import { AppointmentViews } from './appointment-views.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { BookingChanges } from './booking/booking-changes.js';
import { BookingPlanner } from './booking/booking-planner.js';
import { BookingProgress } from './booking/booking-progress.js';
import { BookingService } from './booking/booking.service.js';
import { ChangeDrafts } from './booking/change-drafts.js';
import { Customers } from './booking/customers.js';
import { HoldConfirmations } from './booking/hold-confirmations.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { ClaimsModule } from '../reservations/index.js';
import { BookingStatsController } from './customers/booking-stats.controller.js';
import { BookingStatsRepository } from './customers/booking-stats.repository.js';
import { BookingStats, BookingStatsSchema } from './customers/booking-stats.schema.js';
import { ContactAppointmentsParticipant } from './customers/contact-appointments.participant.js';
import { ContactFollowUp } from './customers/contact-follow-up.js';
import { GateRecordsController } from './gates/gate-records.controller.js';
import { AgreementsRepository, PetClearancesRepository } from './gates/gate-records.repository.js';
import { Agreement, AgreementSchema, PetClearance, PetClearanceSchema } from './gates/gate-records.schema.js';
import { GateProof, GateProofSchema } from './gates/gate-proof.schema.js';
import { GateProofsController } from './gates/gate-proofs.controller.js';
import { GateProofsRepository } from './gates/gate-proofs.repository.js';
import { GateProofs } from './gates/gate-proofs.service.js';
import { GateRecordsService } from './gates/gate-records.service.js';
import { GatesService } from './gates/gates.service.js';
import { PendingReview } from './gates/pending-review.js';
import { RequestExpiry } from './booking/request-expiry.js';
import { HoldsController } from './holds.controller.js';
import { AvailabilityModule } from '../availability/index.js';

/** Bookings: what is offered, by whom and when, and who has it. */
@Module({
  imports: [
    AvailabilityModule,
    BookingCatalogModule,
    ClaimsModule,
    ContactsModule,
    ConversationsModule,
    PetsModule,
    MongooseModule.forFeature([
      { name: Agreement.name, schema: AgreementSchema },
      { name: BookingStats.name, schema: BookingStatsSchema },
      { name: GateProof.name, schema: GateProofSchema },
      { name: PetClearance.name, schema: PetClearanceSchema },
    ]),
  ],
  // The paths that are words before those that are ids.
  controllers: [
    HoldsController,
    AppointmentsController,
    GateProofsController,
    GateRecordsController,
    BookingStatsController,
  ],
  providers: [
    AgreementsRepository,
    AppointmentLookupsSource,
    AppointmentOutbox,
    AppointmentViews,
    AppointmentsService,
    BookingChanges,
    BookingPlanner,
    BookingProgress,
    BookingService,
    BookingStatsRepository,
    ChangeDrafts,
    ContactAppointmentsParticipant,
    ContactFollowUp,
    Customers,
    HoldConfirmations,
    GateProofs,
    GateProofsRepository,
    GateRecordsService,
    GatesService,
    HoldEnds,
    PendingReview,
    PetClearancesRepository,
    RequestExpiry,
  ],
  exports: [
    AvailabilityModule,
    AppointmentViews,
    BookingChanges,
    BookingPlanner,
    BookingService,
    ClaimsModule,
    Customers,
    GateProofs,
  ],
})
export class AppointmentsModule {}
