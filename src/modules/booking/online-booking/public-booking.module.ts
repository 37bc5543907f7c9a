import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { MetaModule } from '../../inbox/meta/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { BookingPageController } from './booking-page.controller.js';
import { CodeSender } from './code-sender.js';
import { Deposits } from './deposits.js';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { ContactChecksService } from './contact-checks.service.js';
import { CustomerMoves } from './customer-moves.service.js';
import { PublicCustomersService } from './public-customers.service.js';
import { ManageCalendarController } from './manage-calendar.controller.js';
import { ManageController } from './manage.controller.js';
import { ManageLinksController } from './manage-links.controller.js';
import { ManageLinksService, ManageLinksRepository } from './manage-links.service.js';
import { ManagedAppointmentsService } from './managed-appointments.service.js';
import { PublicBookingController } from './public-booking.controller.js';
import { PublicConfirmationService } from './public-confirmation.service.js';
import { PublicPaymentsController } from './public-payments.controller.js';
import { PublicPaymentsService } from './public-payments.service.js';
import { PublicHoldsRepository } from './public-holds.repository.js';
import { PublicHoldsService } from './public-holds.service.js';
import { PublicLimiter } from './public-limiter.js';
import { PublicPageLoader } from './public-page-loader.js';
import { PublicPurger } from './public-purger.js';
import { PublicTokenService } from './public-token.service.js';
import { ContactCheck, ContactCheckSchema } from './schemas/contact-check.schema.js';
import { ManageLink, ManageLinkSchema } from './schemas/manage-link.schema.js';
import { PublicHold, PublicHoldSchema } from './schemas/public-hold.schema.js';

@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    MetaModule,
    NotificationsModule,
    PetsModule,
    MongooseModule.forFeature([
      { name: ContactCheck.name, schema: ContactCheckSchema },
      { name: ManageLink.name, schema: ManageLinkSchema },
      { name: PublicHold.name, schema: PublicHoldSchema },
    ]),
  ],
  // Express matches in order: `manage/:token.ics` comes before `manage/:token`, and both before `:companySlug`.
  controllers: [
    BookingPageController,
    ManageCalendarController,
    ManageController,
    PublicBookingController,
    PublicPaymentsController,
    ManageLinksController,
  ],
  providers: [
    CodeSender,
    ContactChecksService,
    ContactChecksRepository,
    CustomerMoves,
    Deposits,
    PublicPaymentsService,
    PublicCustomersService,
    ManagedAppointmentsService,
    ManageLinksService,
    ManageLinksRepository,
    PublicConfirmationService,
    PublicHoldsService,
    PublicHoldsRepository,
    PublicLimiter,
    PublicPageLoader,
    PublicPurger,
    PublicTokenService,
  ],
  exports: [
    ContactChecksService,
    CustomerMoves,
    Deposits,
    ManageLinksService,
    PublicCustomersService,
    PublicLimiter,
    PublicPageLoader,
    PublicTokenService,
  ],
})
export class PublicBookingModule {}
