import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { CodePost } from './code-post.js';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { ContactChecks } from './contact-checks.service.js';
import { CustomerCards } from './customer-cards.js';
import { ManageController } from './manage.controller.js';
import { ManageLinksController } from './manage-links.controller.js';
import { ManageLinks, ManageLinksRepository } from './manage-links.js';
import { ManagedAppointments } from './managed-appointments.js';
import { PublicBookingController } from './public-booking.controller.js';
import { PublicConfirmations } from './public-confirmations.js';
import { PublicHoldsRepository } from './public-holds.repository.js';
import { PublicHolds } from './public-holds.service.js';
import { PublicLimits } from './public-limits.js';
import { PublicPages } from './public-pages.js';
import { PublicSweeper } from './public-sweeper.js';
import { PublicTokens } from './public-tokens.js';
import { ContactCheck, ContactCheckSchema } from './schemas/contact-check.schema.js';
import { ManageLink, ManageLinkSchema } from './schemas/manage-link.schema.js';
import { PublicHold, PublicHoldSchema } from './schemas/public-hold.schema.js';

/** Booking without a log-in: the page of a company, and the links by which customers manage what they booked. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    MessagesModule,
    NotificationsModule,
    PetsModule,
    MongooseModule.forFeature([
      { name: ContactCheck.name, schema: ContactCheckSchema },
      { name: ManageLink.name, schema: ManageLinkSchema },
      { name: PublicHold.name, schema: PublicHoldSchema },
    ]),
  ],
  // The path with a word before the one with a name in its place.
  controllers: [ManageController, PublicBookingController, ManageLinksController],
  providers: [
    CodePost,
    ContactChecks,
    ContactChecksRepository,
    CustomerCards,
    ManagedAppointments,
    ManageLinks,
    ManageLinksRepository,
    PublicConfirmations,
    PublicHolds,
    PublicHoldsRepository,
    PublicLimits,
    PublicPages,
    PublicSweeper,
    PublicTokens,
  ],
})
export class PublicBookingModule {}
