import { Module } from '@nestjs/common';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessageSendingModule } from '../../inbox/message-sending/index.js';
import { ApiCalls } from './api-call/api-calls.service.js';
import { HostBreakers } from './api-call/host-breakers.js';
import { BookingPets } from './booking/booking-pets.service.js';
import { FlowBookings } from './booking/flow-bookings.service.js';
import { FlowSlots } from './booking/flow-slots.service.js';
import { PetTimes } from './booking/pet-times.service.js';
import { CustomerActions } from './customer/customer-actions.service.js';
import { FlowActions } from './flow-actions.js';
import { CustomerPets } from './facts/customer-pets.service.js';
import { OpeningTimes } from './facts/opening-times.service.js';
import { FlowFactsService } from './facts/flow-facts.service.js';

@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    MessageLogModule,
    MessageSendingModule,
    PetsModule,
    UsersModule,
  ],
  providers: [
    ApiCalls,
    BookingPets,
    CustomerActions,
    CustomerPets,
    FlowActions,
    FlowBookings,
    FlowFactsService,
    FlowSlots,
    HostBreakers,
    OpeningTimes,
    PetTimes,
  ],
  exports: [CustomerPets, FlowActions, FlowFactsService, OpeningTimes, PetTimes],
})
export class FlowActionsModule {}
