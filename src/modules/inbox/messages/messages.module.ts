import { Module } from '@nestjs/common';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { PushNotificationsModule } from '../../accounts/push-notifications/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { MessageLogModule } from '../message-log/index.js';
import { MessageSendingModule } from '../message-sending/index.js';
import { TemplatesModule } from '../templates/index.js';
import { AutomaticMessagesService } from './automatic-messages.service.js';
import { FlowMessagesService } from './flow-messages.service.js';
import { ConversationMessagesController } from './conversation-messages.controller.js';
import { CustomerAnswers } from './customer-answers.js';
import { EarlyEchoesService } from './inbound/early-echoes.service.js';
import { EchoAdoption } from './inbound/echo-adoption.js';
import { IdChangesService } from './inbound/id-changes.service.js';
import { InboundEvents } from './inbound/inbound-events.js';
import { InboundEventsService } from './inbound/inbound-events.service.js';
import { InboundMessagesService } from './inbound/inbound-messages.service.js';
import { MessageChangesService } from './inbound/message-changes.service.js';
import { SystemLinesService } from './inbound/system-lines.service.js';
import { ReceiptsService } from './inbound/receipts.service.js';
import { MentionNotifier } from './mention-notifier.js';
import { MessageEditingService } from './message-editing.service.js';
import { MessageFiles } from './message-files.service.js';
import { MessageHistoryService } from './message-history.service.js';
import { MessagePushService } from './message-push.service.js';
import { MessageQuotes } from './message-quotes.service.js';
import { MessageReadingService } from './message-reading.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesService } from './messages.service.js';
import { NotesService } from './notes.service.js';
import { NewerReplyCheck } from './newer-reply-check.js';
import { PostedDrafts } from './posted-drafts.service.js';

/** The API of messages, and the application of received events (`inbound/`). */
@Module({
  imports: [
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
    MessageLogModule,
    MessageSendingModule,
    NotificationCenterModule,
    PushNotificationsModule,
    TemplatesModule,
    UsersModule,
  ],
  controllers: [MessagesController, ConversationMessagesController],
  providers: [
    AutomaticMessagesService,
    CustomerAnswers,
    FlowMessagesService,
    NewerReplyCheck,
    MessageQuotes,
    PostedDrafts,
    MessagesService,
    NotesService,
    MessageHistoryService,
    MessageReadingService,
    MessageEditingService,
    MessageFiles,
    MentionNotifier,
    MessagePushService,
    MessagesGateway,
    EchoAdoption,
    EarlyEchoesService,
    InboundMessagesService,
    ReceiptsService,
    MessageChangesService,
    IdChangesService,
    SystemLinesService,
    { provide: InboundEvents, useClass: InboundEventsService },
  ],
  exports: [
    AutomaticMessagesService,
    CustomerAnswers,
    FlowMessagesService,
    InboundEvents,
    MessageFiles,
    MessagesService,
    SystemLinesService,
  ],
})
export class MessagesModule {}
