import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { CalendarModule } from '../../booking/calendar/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeedsRepository } from './calendar-feeds.repository.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { FeedEntriesService } from './feed-entries.service.js';
import { PublicFeedsController } from './public-feeds.controller.js';
import { CalendarFeed, CalendarFeedSchema } from './schemas/calendar-feed.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([{ name: CalendarFeed.name, schema: CalendarFeedSchema }]),
    BookingCatalogModule,
    CalendarModule,
    CompaniesModule,
    ContactsModule,
    PetsModule,
    ReservationsModule,
    UsersModule,
  ],
  controllers: [CalendarFeedsController, PublicFeedsController],
  providers: [CalendarFeedsRepository, CalendarFeedsService, FeedEntriesService],
})
export class CalendarFeedsModule {}
