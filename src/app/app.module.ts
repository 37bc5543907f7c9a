import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { ThrottlerModule } from '@nestjs/throttler';
import { ClsModule } from 'nestjs-cls';
import { AuthenticateGuard, AuthGuardsModule, AuthorizeGuard } from '../core/auth-guards/index.js';
import { AppConfig, ConfigModule } from '../core/config/index.js';
import { CrashPointsModule } from '../core/crash-points/index.js';
import { type DatabaseAddress, DatabaseModule } from '../core/database/index.js';
import { EventsModule } from '../core/events/index.js';
import { IdempotencyModule, RateLimitGuard, rateLimitOptions, UnmatchedPathHandler } from '../core/http/index.js';
import { JobsModule } from '../core/jobs/index.js';
import { LocksModule } from '../core/locks/index.js';
import { LimitsModule } from '../core/limits/index.js';
import { MetricsModule } from '../core/metrics/index.js';
import { RealtimeModule } from '../core/realtime/index.js';
import { SecurityModule } from '../core/security/index.js';
import { ShutdownModule } from '../core/shutdown/index.js';
import { StorageModule } from '../core/storage/index.js';
import { AssistantSetupModule } from '../modules/automation/assistant-setup/index.js';
import { LanguageModelsModule } from '../modules/automation/language-models/index.js';
import { AssistantFactsModule } from '../modules/automation/assistant-facts/index.js';
import { FlowActionsModule } from '../modules/automation/flow-actions/index.js';
import {
  AssistantModule,
  AssistantReplayModule,
  AssistantStatsModule,
  AssistantTryModule,
} from '../modules/automation/assistant/index.js';
import { FlowRunsModule } from '../modules/automation/flow-runs/index.js';
import { FlowsModule } from '../modules/automation/flows/index.js';
import { KnowledgeModule } from '../modules/automation/knowledge/index.js';
import { BookingImportsModule } from '../modules/booking/booking-imports/index.js';
import { SeriesModule } from '../modules/booking/appointment-series/index.js';
import { AppointmentsModule } from '../modules/booking/appointments/index.js';
import { AvailabilityModule } from '../modules/booking/availability/index.js';
import { PublicBookingModule } from '../modules/booking/online-booking/index.js';
import { CustomerNoticesModule } from '../modules/booking/customer-notices/index.js';
import { RemindersModule } from '../modules/booking/reminders/index.js';
import { OffersModule } from '../modules/booking/offers/index.js';
import { WaitlistModule } from '../modules/booking/waitlist/index.js';
import { DepositsModule } from '../modules/billing/deposits/index.js';
import { PaymentsModule } from '../modules/billing/payments/index.js';
import { ApiKeysModule } from '../modules/accounts/api-keys/index.js';
import { AuthModule } from '../modules/accounts/auth/index.js';
import { NotificationCenterModule } from '../modules/accounts/notification-center/index.js';
import { TeamsModule } from '../modules/accounts/teams/index.js';
import { CannedRepliesModule } from '../modules/inbox/canned-replies/index.js';
import { ChannelsModule } from '../modules/inbox/channels/index.js';
import { ConversationsModule } from '../modules/inbox/conversations/index.js';
import { LabelsModule } from '../modules/inbox/labels/index.js';
import { MessagesModule } from '../modules/inbox/messages/index.js';
import { ScheduledMessagesModule } from '../modules/inbox/scheduled-messages/index.js';
import { CompaniesModule } from '../modules/accounts/companies/index.js';
import { CustomerImportsModule } from '../modules/customers/customer-imports/index.js';
import { ContactsModule } from '../modules/customers/contacts/index.js';
import { DemoModule } from '../modules/operations/demo/index.js';
import { LiveChangesModule } from '../modules/operations/live-changes/index.js';
import { HealthModule } from '../modules/operations/health/index.js';
import { JobsAdminModule } from '../modules/operations/failed-jobs/index.js';
import { IntegrationsModule } from '../modules/integrations/integrations/index.js';
import { CalendarFeedsModule } from '../modules/integrations/calendar-feeds/index.js';
import { GoogleCalendarModule } from '../modules/integrations/google-calendar/index.js';
import { OutgoingWebhooksModule } from '../modules/integrations/outgoing-webhooks/index.js';
import { SecretsModule } from '../modules/integrations/secrets/index.js';
import { MediaModule } from '../modules/inbox/media/index.js';
import { MetaConnectModule } from '../modules/inbox/meta-connect/index.js';
import { MetaModule } from '../modules/inbox/meta/index.js';
import { SocialEventsModule } from '../modules/inbox/social-events/index.js';
import { TemplatesModule } from '../modules/inbox/templates/index.js';
import { WhatsappTemplatesModule } from '../modules/inbox/whatsapp-templates/index.js';
import { PetsModule } from '../modules/customers/pets/index.js';
import { ProfilesModule } from '../modules/inbox/customer-profiles/index.js';
import { DashboardModule } from '../modules/operations/dashboard/index.js';
import { SearchModule } from '../modules/operations/search/index.js';
import { WahaModule } from '../modules/inbox/waha/index.js';
import { UsersModule } from '../modules/accounts/users/index.js';

const FEATURES = [
  AuthModule,
  ApiKeysModule,
  CompaniesModule,
  // Before contacts and pets, because its paths also fit `contacts/:id` and `pets/:id`.
  CustomerImportsModule,
  ContactsModule,
  PetsModule,
  AvailabilityModule,
  AppointmentsModule,
  PublicBookingModule,
  BookingImportsModule,
  SeriesModule,
  CustomerNoticesModule,
  RemindersModule,
  WaitlistModule,
  OffersModule,
  PaymentsModule,
  DepositsModule,
  UsersModule,
  TeamsModule,
  NotificationCenterModule,
  ChannelsModule,
  ConversationsModule,
  LabelsModule,
  CannedRepliesModule,
  MessagesModule,
  ScheduledMessagesModule,
  SocialEventsModule,
  MetaModule,
  TemplatesModule,
  WhatsappTemplatesModule,
  MetaConnectModule,
  MediaModule,
  WahaModule,
  ProfilesModule,
  FlowActionsModule,
  LanguageModelsModule,
  AssistantSetupModule,
  FlowsModule,
  AssistantModule,
  AssistantReplayModule,
  AssistantStatsModule,
  AssistantTryModule,
  FlowRunsModule,
  KnowledgeModule,
  AssistantFactsModule,
  IntegrationsModule,
  CalendarFeedsModule,
  GoogleCalendarModule,
  OutgoingWebhooksModule,
  SecretsModule,
  HealthModule,
  LiveChangesModule,
  JobsAdminModule,
  SearchModule,
  DashboardModule,
  DemoModule,
];

@Module({})
export class AppModule {
  static forRoot(config: AppConfig, database: DatabaseAddress): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        CrashPointsModule,
        ClsModule.forRoot({ global: true }),
        DatabaseModule.forRoot(database),
        EventsModule,
        ScheduleModule.forRoot(),
        ThrottlerModule.forRoot(rateLimitOptions(config)),
        AuthGuardsModule,
        IdempotencyModule,
        MetricsModule,
        SecurityModule,
        ShutdownModule,
        StorageModule,
        JobsModule.forRoot(),
        LocksModule,
        LimitsModule,
        RealtimeModule,
        ...FEATURES,
      ],
      // In the order of the guards: identify, limit, authorize.
      providers: [
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: AuthorizeGuard },
        UnmatchedPathHandler,
      ],
    };
  }
}
