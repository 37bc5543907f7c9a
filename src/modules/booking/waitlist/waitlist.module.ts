import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { CalendarModule } from '../calendar/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { CustomerNoticesModule } from '../customer-notices/index.js';
import { PublicBookingModule } from '../online-booking/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { ConversationAnswers } from './customers/conversation-answers.service.js';
import { ManagedWaits } from './customers/managed-waits.service.js';
import { ManagedWaitsController } from './customers/managed-waits.controller.js';
import { PublicWaitlistController } from './customers/public-waitlist.controller.js';
import { PublicWaits } from './customers/public-waits.service.js';
import { ToldOffers } from './customers/told-offers.service.js';
import { WaitLinks } from './customers/wait-links.service.js';
import { WaitPages } from './customers/wait-pages.service.js';
import { WaitReplies } from './customers/wait-replies.service.js';
import { WaitWelcomes } from './customers/wait-welcomes.service.js';
import { WaitlistAnswers } from './waitlist-answers.service.js';
import { WaitlistEntry, WaitlistEntrySchema } from './waitlist-entry.schema.js';
import { WaitlistSignals } from './waitlist-signals.js';
import { WaitlistOfferService } from './waitlist-offer.service.js';
import { WaitlistOfferScheduler } from './waitlist-offer-scheduler.js';
import { WaitlistPlanner } from './waitlist-planner.js';
import { WaitlistRequestChecker } from './waitlist-request-checker.js';
import { WaitlistController } from './waitlist.controller.js';
import { WaitlistRepository } from './waitlist.repository.js';
import { WaitlistRowsService } from './waitlist-rows.service.js';
import { WaitlistService } from './waitlist.service.js';

@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CalendarModule,
    ContactsModule,
    CompaniesModule,
    ConversationsModule,
    CustomerNoticesModule,
    MessageLogModule,
    MessagesModule,
    NotificationCenterModule,
    NotificationsModule,
    PetsModule,
    PublicBookingModule,
    ReservationsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: WaitlistEntry.name, schema: WaitlistEntrySchema }]),
  ],
  controllers: [ManagedWaitsController, PublicWaitlistController, WaitlistController],
  providers: [
    ConversationAnswers,
    ManagedWaits,
    PublicWaits,
    ToldOffers,
    WaitLinks,
    WaitPages,
    WaitReplies,
    WaitWelcomes,
    WaitlistAnswers,
    WaitlistSignals,
    WaitlistOfferService,
    WaitlistOfferScheduler,
    WaitlistPlanner,
    WaitlistRepository,
    WaitlistRowsService,
    WaitlistService,
    WaitlistRequestChecker,
  ],
})
export class WaitlistModule {}
