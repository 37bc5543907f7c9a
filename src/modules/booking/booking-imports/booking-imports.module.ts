import { Module } from '@nestjs/common';
import { ContactsModule } from '../../customers/contacts/index.js';
import { CustomerImportsModule } from '../../customers/customer-imports/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { CalendarModule } from '../calendar/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { AppointmentRehearsalService } from './appointment-rehearsal.service.js';
import { AppointmentsImportKind } from './appointments-import.kind.js';
import { CustomerMatcherService } from './customer-matcher.service.js';
import { ServicesImportKind } from './services-import.kind.js';

@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CalendarModule,
    ContactsModule,
    CustomerImportsModule,
    PetsModule,
  ],
  providers: [AppointmentRehearsalService, AppointmentsImportKind, CustomerMatcherService, ServicesImportKind],
})
export class BookingImportsModule {}
