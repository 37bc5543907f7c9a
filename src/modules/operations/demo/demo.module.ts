import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { CalendarModule } from '../../booking/calendar/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { CannedRepliesModule } from '../../inbox/canned-replies/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { LabelsModule } from '../../inbox/labels/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { PaymentsModule } from '../../billing/payments/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { DemoBookingSeeder } from './demo-booking-seeder.js';
import { DemoInboxSeeder } from './demo-inbox-seeder.js';
import { DemoClinicSeeder } from './demo-clinic-seeder.js';
import { DemoCompanySeeder } from './demo-company-seeder.js';
import { DemoCustomerSeeder } from './demo-customer-seeder.js';
import { DemoSeeder } from './demo-seeder.js';
import { DemoSeedsRepository } from './demo-seeds.repository.js';
import { SandboxLauncher } from './sandbox/sandbox-launcher.js';
import { DemoSeed, DemoSeedSchema } from './schemas/demo-seed.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([{ name: DemoSeed.name, schema: DemoSeedSchema }]),
    AppointmentsModule,
    BookingCatalogModule,
    CalendarModule,
    CannedRepliesModule,
    ChannelsModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    LabelsModule,
    MessagesModule,
    PaymentsModule,
    PetsModule,
    UsersModule,
  ],
  providers: [
    DemoBookingSeeder,
    DemoInboxSeeder,
    DemoClinicSeeder,
    DemoCompanySeeder,
    DemoCustomerSeeder,
    DemoSeeder,
    DemoSeedsRepository,
    SandboxLauncher,
  ],
})
export class DemoModule {}
