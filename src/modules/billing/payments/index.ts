export type {} from './payments.events.js';
export { PaymentsModule } from './payments.module.js';
export { type DatedMovement, MoneyReportsService } from './reports/money-reports.service.js';
