import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { PublicBookingModule } from '../online-booking/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { ContactNoticesParticipant } from './contact-notices.participant.js';
import { ConversationTellers } from './conversation-tellers.js';
import { CustomerNotice, CustomerNoticeSchema } from './customer-notice.schema.js';
import { CustomerNoticesController } from './customer-notices.controller.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import { CustomerNoticesService } from './customer-notices.service.js';
import { HeldOffers } from './held-offers.js';
import { NoticeDeliveryService } from './notice-delivery.service.js';
import { NoticeFactsService } from './notice-facts.service.js';
import { NoticeMailService } from './notice-mail.service.js';
import { NoticeMessageService } from './notice-message.service.js';
import { OfferNotices } from './offer-notices.service.js';

/** Tells customers that their appointment is booked, changed or cancelled. */
@Module({
  imports: [
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    MessageLogModule,
    MessagesModule,
    NotificationsModule,
    PetsModule,
    PublicBookingModule,
    ReservationsModule,
    MongooseModule.forFeature([{ name: CustomerNotice.name, schema: CustomerNoticeSchema }]),
  ],
  controllers: [CustomerNoticesController],
  providers: [
    ContactNoticesParticipant,
    ConversationTellers,
    CustomerNoticesRepository,
    CustomerNoticesService,
    HeldOffers,
    NoticeDeliveryService,
    NoticeFactsService,
    NoticeMailService,
    NoticeMessageService,
    OfferNotices,
  ],
  exports: [ConversationTellers, HeldOffers, OfferNotices],
})
export class CustomerNoticesModule {}
