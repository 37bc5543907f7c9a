import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { CalendarModule } from '../calendar/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
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
    NotificationCenterModule,
    PetsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: WaitlistEntry.name, schema: WaitlistEntrySchema }]),
  ],
  controllers: [WaitlistController],
  providers: [
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
