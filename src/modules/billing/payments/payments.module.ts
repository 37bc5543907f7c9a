import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ContactPaymentsParticipant } from './contact-payments.participant.js';
import { AccountsService } from './ledger/accounts.service.js';
import { PaymentRowsService } from './payment-rows.service.js';
import { PaymentTargets } from './payment-targets.service.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsRepository } from './payments.repository.js';
import { PaymentsService } from './payments.service.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { MoneyController } from './reports/money.controller.js';
import { MoneyCsvService } from './reports/money-csv.service.js';
import { MoneyReportsService } from './reports/money-reports.service.js';
import { Payment, PaymentSchema } from './schemas/payment.schema.js';

/** Payments of customers, what they owe, receipts and reports. */
@Module({
  imports: [
    BookingCatalogModule,
    CompaniesModule,
    ContactsModule,
    ReservationsModule,
    MongooseModule.forFeature([{ name: Payment.name, schema: PaymentSchema }]),
  ],
  controllers: [MoneyController, PaymentsController],
  providers: [
    AccountsService,
    ContactPaymentsParticipant,
    MoneyCsvService,
    MoneyReportsService,
    PaymentRowsService,
    PaymentTargets,
    PaymentsRepository,
    PaymentsService,
    ReceiptsService,
  ],
  exports: [MoneyReportsService],
})
export class PaymentsModule {}
