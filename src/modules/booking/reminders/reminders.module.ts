import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationsModule } from '../../accounts/notifications/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { TemplatesModule } from '../../inbox/templates/index.js';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { CustomerNoticesModule } from '../customer-notices/index.js';
import { PublicBookingModule } from '../online-booking/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { ContactRemindersParticipant } from './contact-reminders.participant.js';
import { ReminderDelivery } from './reminder-delivery.service.js';
import { ReminderAnswers } from './reminder-answers.service.js';
import { ReminderCustomers } from './reminder-customers.service.js';
import { ReminderFactsService } from './reminder-facts.service.js';
import { ReminderFinder } from './reminder-finder.service.js';
import { ReminderMailService } from './reminder-mail.service.js';
import { ReminderMessages } from './reminder-messages.service.js';
import { ReminderObjections } from './reminder-objections.service.js';
import { ReminderPreviews } from './reminder-previews.service.js';
import { ReminderRulesController } from './reminder-rules.controller.js';
import { ReminderRulesRepository } from './reminder-rules.repository.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import { ReminderSender } from './reminder-sender.service.js';
import { ReminderReplies } from './reminder-replies.service.js';
import { ReminderSweep } from './reminder-sweep.service.js';
import { ReminderTellings } from './reminder-tellings.service.js';
import { ReminderWriter } from './reminder-writer.service.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersRepository } from './reminders.repository.js';
import { RepeatVisits } from './repeat-visits.service.js';
import { Reminder, ReminderSchema } from './schemas/reminder.schema.js';
import { ReminderRule, ReminderRuleSchema } from './schemas/reminder-rule.schema.js';

/** Writes to customers before and after their visits, by the rules of the company. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    CompaniesModule,
    CustomerNoticesModule,
    ContactsModule,
    ConversationsModule,
    MessageLogModule,
    MessagesModule,
    NotificationsModule,
    PetsModule,
    PublicBookingModule,
    ReservationsModule,
    TemplatesModule,
    MongooseModule.forFeature([
      { name: Reminder.name, schema: ReminderSchema },
      { name: ReminderRule.name, schema: ReminderRuleSchema },
    ]),
  ],
  controllers: [ReminderRulesController, RemindersController],
  providers: [
    ContactRemindersParticipant,
    ReminderAnswers,
    ReminderCustomers,
    ReminderDelivery,
    ReminderFactsService,
    ReminderFinder,
    ReminderMailService,
    ReminderMessages,
    ReminderObjections,
    ReminderPreviews,
    ReminderRulesRepository,
    ReminderRulesService,
    ReminderSender,
    ReminderReplies,
    ReminderSweep,
    ReminderTellings,
    ReminderWriter,
    RemindersRepository,
    RepeatVisits,
  ],
})
export class RemindersModule {}
