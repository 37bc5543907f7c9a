import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { PublicBookingModule } from '../../booking/online-booking/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { FlowActionsModule } from '../flow-actions/index.js';
import { CustomerReads } from './facts/customer-reads.service.js';
import { TurnFactsService } from './facts/turn-facts.service.js';
import { CustomerFacts } from './memory/customer-facts.service.js';
import { MemoryFact, MemoryFactSchema } from './memory/memory-fact.schema.js';
import { MemoryController } from './memory/memory.controller.js';
import { MemoryRepository } from './memory/memory.repository.js';
import { MemoryService } from './memory/memory.service.js';
import { MemoryUpkeep } from './memory/memory-upkeep.service.js';
import { BookedWords } from './tools/booked-words.service.js';
import { OfferBookings } from './tools/offer-bookings.service.js';
import { OfferSearch } from './tools/offer-search.service.js';
import { OwnChanges } from './tools/own-changes.service.js';
import { OwnedByCustomer } from './tools/owned.service.js';
import { PetFactTool } from './tools/pet-fact-tool.service.js';
import { ServedPets } from './tools/served-pets.service.js';
import { TurnToolsService } from './tools/turn-tools.service.js';

/** Facts and tools of an assistant turn, and the memory of customers. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: MemoryFact.name, schema: MemoryFactSchema }]),
    AppointmentsModule,
    BookingCatalogModule,
    ChannelsModule,
    CompaniesModule,
    ContactsModule,
    FlowActionsModule,
    MessageLogModule,
    PetsModule,
    PublicBookingModule,
    UsersModule,
  ],
  controllers: [MemoryController],
  providers: [
    BookedWords,
    CustomerFacts,
    CustomerReads,
    MemoryRepository,
    MemoryService,
    MemoryUpkeep,
    OfferBookings,
    OfferSearch,
    OwnChanges,
    OwnedByCustomer,
    PetFactTool,
    ServedPets,
    TurnFactsService,
    TurnToolsService,
  ],
  exports: [TurnFactsService, TurnToolsService],
})
export class AssistantFactsModule {}
