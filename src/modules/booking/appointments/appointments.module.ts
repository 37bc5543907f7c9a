import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentLookupsSource } from './publishing/appointment-lookups.source.js';
import { AppointmentOutbox } from './publishing/appointment-outbox.js';
import { HoldExpiryTimers } from './publishing/hold-expiry-timers.js';
import { AppointmentRowsService } from './appointment-rows.service.js';
import { AppointmentViewMapper } from './appointment-view.mapper.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsGateway } from './appointments.gateway.js';
import { AppointmentsService } from './appointments.service.js';
import { AppointmentChangesService } from './booking/appointment-changes.service.js';
import { BookingPlanner } from './booking/booking-planner.js';
import { BookingProgressService } from './booking/booking-progress.service.js';
import { BookingService } from './booking/booking.service.js';
import { ChangePlanner } from './booking/change-planner.js';
import { BookingCustomersService } from './booking/booking-customers.service.js';
import { HoldConfirmationService } from './booking/hold-confirmation.service.js';
import { CalendarModule } from '../calendar/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { BookingStatsController } from './customers/booking-stats.controller.js';
import { BookingStatsRepository } from './customers/booking-stats.repository.js';
import { BookingStats, BookingStatsSchema } from './customers/booking-stats.schema.js';
import { ContactAppointmentsParticipant } from './customers/contact-appointments.participant.js';
import { ContactFollowUpService } from './customers/contact-follow-up.service.js';
import { DiaryController } from './diary/diary.controller.js';
import { DiaryPeopleService } from './diary/diary-people.service.js';
import { DiaryRowsService } from './diary/diary-rows.service.js';
import { DiaryService } from './diary/diary.service.js';
import { GateRecordsController } from './gates/gate-records.controller.js';
import { AgreementsRepository, PetClearancesRepository } from './gates/gate-records.repository.js';
import { Agreement, AgreementSchema, PetClearance, PetClearanceSchema } from './gates/gate-records.schema.js';
import { GateProof, GateProofSchema } from './gates/gate-proof.schema.js';
import { GateProofsController } from './gates/gate-proofs.controller.js';
import { GateProofsRepository } from './gates/gate-proofs.repository.js';
import { GateProofsService } from './gates/gate-proofs.service.js';
import { GateRecordsService } from './gates/gate-records.service.js';
import { GatesService } from './gates/gates.service.js';
import { UnmetGatesController } from './gates/unmet-gates.controller.js';
import { PendingReviewService } from './gates/pending-review.service.js';
import { RequestExpirySweeper } from './booking/request-expiry-sweeper.js';
import { HoldsController } from './holds.controller.js';
import { AvailabilityModule } from '../availability/index.js';

@Module({
  imports: [
    AvailabilityModule,
    BookingCatalogModule,
    CalendarModule,
    ReservationsModule,
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
  // Express matches in order: fixed paths come before paths with ids.
  controllers: [
    DiaryController,
    UnmetGatesController,
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
    AppointmentRowsService,
    AppointmentViewMapper,
    AppointmentsGateway,
    AppointmentsService,
    AppointmentChangesService,
    BookingPlanner,
    BookingProgressService,
    BookingService,
    BookingStatsRepository,
    ChangePlanner,
    ContactAppointmentsParticipant,
    ContactFollowUpService,
    DiaryPeopleService,
    DiaryRowsService,
    DiaryService,
    BookingCustomersService,
    HoldConfirmationService,
    GateProofsService,
    GateProofsRepository,
    GateRecordsService,
    GatesService,
    HoldExpiryTimers,
    PendingReviewService,
    PetClearancesRepository,
    RequestExpirySweeper,
  ],
  exports: [
    AvailabilityModule,
    AppointmentViewMapper,
    AppointmentChangesService,
    BookingPlanner,
    BookingService,
    DiaryPeopleService,
    DiaryService,
    ReservationsModule,
    BookingCustomersService,
    GateProofsService,
  ],
})
export class AppointmentsModule {}
