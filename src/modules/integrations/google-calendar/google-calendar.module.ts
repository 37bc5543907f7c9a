import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IntegrationRegistryModule } from '../../../core/integrations/index.js';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { AppointmentsModule } from '../../booking/appointments/index.js';
import { CalendarModule } from '../../booking/calendar/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { GoogleCalendarApi } from './api/google-calendar-api.js';
import { GoogleHttp } from './api/google-http.js';
import { GoogleOauthClient } from './api/google-oauth-client.js';
import { GoogleTokens } from './api/google-tokens.service.js';
import { GoogleAccount } from './connection/google-account.service.js';
import { GoogleConnecting } from './connection/google-connecting.service.js';
import { GoogleConnectionsRepository } from './connection/google-connections.repository.js';
import { GoogleTrouble } from './connection/google-trouble.service.js';
import { GoogleCalendarController } from './google-calendar.controller.js';
import { GoogleCalendarService } from './google-calendar.service.js';
import { CalendarLinksRepository } from './links/calendar-links.repository.js';
import { LinkSync } from './links/link-sync.service.js';
import { SyncRunner } from './links/sync-runner.service.js';
import { GoogleLoginService } from './oauth/google-login.service.js';
import { GoogleLoginsRepository } from './oauth/google-logins.repository.js';
import { GoogleOauthController } from './oauth/google-oauth.controller.js';
import { CalendarPuller } from './pull/calendar-puller.service.js';
import { ConflictsService } from './pull/conflicts.service.js';
import { OwnEvents } from './pull/own-events.service.js';
import { CalendarPusher } from './push/calendar-pusher.service.js';
import { ContactEventsParticipant } from './push/contact-events.participant.js';
import { EventWriter } from './push/event-writer.service.js';
import { PushWakes } from './push/push-wakes.js';
import { PushedEventsRepository } from './push/pushed-events.repository.js';
import { StaffVisits } from './push/staff-visits.service.js';
import { CalendarLink, CalendarLinkSchema } from './schemas/calendar-link.schema.js';
import { GoogleConnection, GoogleConnectionSchema } from './schemas/google-connection.schema.js';
import { GoogleLogin, GoogleLoginSchema } from './schemas/google-login.schema.js';
import { PushedEvent, PushedEventSchema } from './schemas/pushed-event.schema.js';
import { GoogleReceiver } from './webhook/google-receiver.js';
import { GoogleWebhookController } from './webhook/google-webhook.controller.js';
import { LinkChannels } from './webhook/link-channels.service.js';

/** Synchronises appointments and busy times of staff with Google Calendar. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CalendarModule,
    ContactsModule,
    IntegrationRegistryModule,
    NotificationCenterModule,
    PetsModule,
    ReservationsModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: CalendarLink.name, schema: CalendarLinkSchema },
      { name: GoogleConnection.name, schema: GoogleConnectionSchema },
      { name: GoogleLogin.name, schema: GoogleLoginSchema },
      { name: PushedEvent.name, schema: PushedEventSchema },
    ]),
  ],
  controllers: [GoogleOauthController, GoogleCalendarController, GoogleWebhookController],
  providers: [
    CalendarLinksRepository,
    CalendarPuller,
    CalendarPusher,
    ConflictsService,
    ContactEventsParticipant,
    EventWriter,
    GoogleAccount,
    GoogleCalendarApi,
    GoogleCalendarService,
    GoogleConnecting,
    GoogleConnectionsRepository,
    GoogleHttp,
    GoogleLoginService,
    GoogleLoginsRepository,
    GoogleOauthClient,
    GoogleReceiver,
    GoogleTokens,
    GoogleTrouble,
    LinkChannels,
    LinkSync,
    OwnEvents,
    PushedEventsRepository,
    PushWakes,
    StaffVisits,
    SyncRunner,
  ],
})
export class GoogleCalendarModule {}
