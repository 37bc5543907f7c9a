import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { CalendarModule } from '../../booking/calendar/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { DemoBookings } from './demo-bookings.js';
import { DemoChannels } from './demo-channels.js';
import { DemoClinics } from './demo-clinics.js';
import { DemoCompanies } from './demo-companies.js';
import { DemoCustomers } from './demo-customers.js';
import { DemoSeeder } from './demo-seeder.js';
import { DemoSeedsRepository } from './demo-seeds.repository.js';
import { SandboxProcess } from './sandbox/sandbox-process.js';
import { DemoSeed, DemoSeedSchema } from './schemas/demo-seed.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([{ name: DemoSeed.name, schema: DemoSeedSchema }]),
    AppointmentsModule,
    BookingCatalogModule,
    CalendarModule,
    ChannelsModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    PetsModule,
    UsersModule,
  ],
  providers: [
    DemoBookings,
    DemoChannels,
    DemoClinics,
    DemoCompanies,
    DemoCustomers,
    DemoSeeder,
    DemoSeedsRepository,
    SandboxProcess,
  ],
})
export class DemoModule {}
