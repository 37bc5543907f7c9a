import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessageSendingModule } from '../../inbox/message-sending/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { AvailabilityModule } from '../availability/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { CustomerNoticesModule } from '../customer-notices/index.js';
import { OfferAcceptance } from './answers/offer-acceptance.service.js';
import { OfferAnswers } from './answers/offer-answers.service.js';
import { OfferBookings } from './answers/offer-bookings.service.js';
import { OfferReplies } from './answers/offer-replies.service.js';
import { OfferTellings } from './answers/offer-tellings.service.js';
import { ContactOffersParticipant } from './contact-offers.participant.js';
import { OfferDrafts } from './offer-drafts.service.js';
import { OfferExpiry } from './offer-expiry.service.js';
import { OfferMaker } from './offer-maker.service.js';
import { OfferSlots } from './offer-slots.service.js';
import { OffersController } from './offers.controller.js';
import { OffersGateway } from './offers.gateway.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';
import { TimeOffer, TimeOfferSchema } from './schemas/time-offer.schema.js';

/** Offers times in conversations, and books what the customer chooses. */
@Module({
  imports: [
    AppointmentsModule,
    AvailabilityModule,
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    CustomerNoticesModule,
    MessageLogModule,
    MessageSendingModule,
    MessagesModule,
    PetsModule,
    MongooseModule.forFeature([{ name: TimeOffer.name, schema: TimeOfferSchema }]),
  ],
  controllers: [OffersController],
  providers: [
    ContactOffersParticipant,
    OfferAcceptance,
    OfferAnswers,
    OfferBookings,
    OfferDrafts,
    OfferExpiry,
    OfferMaker,
    OfferReplies,
    OfferSlots,
    OfferTellings,
    OffersGateway,
    OffersRepository,
    OffersService,
  ],
})
export class OffersModule {}
