import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { WaitlistEntry, WaitlistEntrySchema } from './waitlist-entry.schema.js';
import { WaitlistNews } from './waitlist-news.js';
import { WaitlistOffering } from './waitlist-offering.js';
import { WaitlistOffers } from './waitlist-offers.js';
import { WaitlistPlanner } from './waitlist-planner.js';
import { WaitlistRequestChecker } from './waitlist-request-checker.js';
import { WaitlistController } from './waitlist.controller.js';
import { WaitlistRepository } from './waitlist.repository.js';
import { WaitlistService } from './waitlist.service.js';

/** Those who wait for a time to become free. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    ContactsModule,
    PetsModule,
    MongooseModule.forFeature([{ name: WaitlistEntry.name, schema: WaitlistEntrySchema }]),
  ],
  controllers: [WaitlistController],
  providers: [
    WaitlistNews,
    WaitlistOffering,
    WaitlistOffers,
    WaitlistPlanner,
    WaitlistRepository,
    WaitlistService,
    WaitlistRequestChecker,
  ],
})
export class WaitlistModule {}
