import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IntegrationRegistryModule } from '../../../core/integrations/index.js';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { AsaasHttp } from './asaas/asaas-http.js';
import { AsaasProvider } from './asaas/asaas-provider.js';
import { AsaasController } from './connection/asaas.controller.js';
import { PaymentConnection, PaymentConnectionSchema } from './connection/payment-connection.schema.js';
import { PaymentConnectionsRepository } from './connection/payment-connections.repository.js';
import { PaymentConnectionsService } from './connection/payment-connections.service.js';
import { PaymentIntegration } from './connection/payment-integration.js';
import { ContactPaymentsParticipant } from './contact-payments.participant.js';
import { AccountsService } from './ledger/accounts.service.js';
import { ChargeMaker } from './provider/charge-maker.service.js';
import { PaymentPoller } from './provider/payment-poller.js';
import { PaymentUpkeep } from './provider/payment-upkeep.service.js';
import { PaymentProvider } from './provider/payment-provider.js';
import { ProviderSync } from './provider/provider-sync.service.js';
import { AsaasReceiver } from './webhook/asaas-receiver.js';
import { AsaasWebhookController } from './webhook/asaas-webhook.controller.js';
import { PaymentEvent, PaymentEventSchema } from './webhook/payment-event.schema.js';
import { PaymentEventsRepository } from './webhook/payment-events.repository.js';
import { PaymentEventsService } from './webhook/payment-events.service.js';
import { OnlinePayments } from './online-payments.service.js';
import { PaymentFollowers } from './payment-followers.js';
import { PaymentNews } from './payment-news.service.js';
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
    IntegrationRegistryModule,
    MongooseModule.forFeature([
      { name: Payment.name, schema: PaymentSchema },
      { name: PaymentConnection.name, schema: PaymentConnectionSchema },
      { name: PaymentEvent.name, schema: PaymentEventSchema },
    ]),
  ],
  controllers: [MoneyController, PaymentsController, AsaasController, AsaasWebhookController],
  providers: [
    AccountsService,
    AsaasHttp,
    AsaasReceiver,
    { provide: PaymentProvider, useClass: AsaasProvider },
    ChargeMaker,
    PaymentConnectionsRepository,
    PaymentConnectionsService,
    PaymentEventsRepository,
    PaymentEventsService,
    PaymentIntegration,
    OnlinePayments,
    PaymentFollowers,
    PaymentNews,
    PaymentUpkeep,
    PaymentPoller,
    ProviderSync,
    ContactPaymentsParticipant,
    MoneyCsvService,
    MoneyReportsService,
    PaymentRowsService,
    PaymentTargets,
    PaymentsRepository,
    PaymentsService,
    ReceiptsService,
  ],
  exports: [MoneyReportsService, OnlinePayments, PaymentFollowers, PaymentsService, PaymentUpkeep],
})
export class PaymentsModule {}
