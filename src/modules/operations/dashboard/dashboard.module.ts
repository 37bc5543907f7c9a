import { Module } from '@nestjs/common';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { PaymentsModule } from '../../billing/payments/index.js';
import { CalendarModule } from '../../booking/calendar/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardStatsService } from './dashboard-stats.service.js';
import { DashboardTodayService } from './dashboard-today.service.js';
import { ReportNames } from './report-names.js';

/** The figures of a company. */
@Module({
  imports: [
    CompaniesModule,
    CalendarModule,
    BookingCatalogModule,
    AppointmentsModule,
    ReservationsModule,
    ChannelsModule,
    ConversationsModule,
    MessageLogModule,
    PaymentsModule,
  ],
  controllers: [DashboardController],
  providers: [DashboardStatsService, DashboardTodayService, ReportNames],
})
export class DashboardModule {}
