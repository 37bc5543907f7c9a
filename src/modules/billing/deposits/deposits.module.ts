import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { PublicBookingModule } from '../../booking/online-booking/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PaymentsModule } from '../payments/index.js';
import { ContactDepositsParticipant } from './contact-deposits.participant.js';
import { DepositBooker } from './deposit-booker.service.js';
import { DepositHolds } from './deposit-holds.service.js';
import { DepositMailService } from './deposit-mail.service.js';
import { DepositSettler } from './deposit-settler.service.js';
import { DepositSweeper } from './deposit-sweeper.js';
import { Deposit, DepositSchema } from './deposit.schema.js';
import { DepositsRepository } from './deposits.repository.js';
import { DepositsService } from './deposits.service.js';

/** Deposits of the public page: demanded, paid by PIX, and paid back. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    NotificationsModule,
    PaymentsModule,
    PublicBookingModule,
    ReservationsModule,
    MongooseModule.forFeature([{ name: Deposit.name, schema: DepositSchema }]),
  ],
  providers: [
    ContactDepositsParticipant,
    DepositBooker,
    DepositHolds,
    DepositMailService,
    DepositSettler,
    DepositSweeper,
    DepositsRepository,
    DepositsService,
  ],
})
export class DepositsModule {}
