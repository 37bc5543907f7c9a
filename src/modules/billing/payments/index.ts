export type {} from './payments.events.js';
export { mountAsaasWebhook } from './webhook/mount-asaas-webhook.js';
export type { DeskMethod } from './payment.types.js';
export { PaymentsModule } from './payments.module.js';
export { PaymentsService } from './payments.service.js';
export { type DatedMovement, MoneyReportsService } from './reports/money-reports.service.js';
