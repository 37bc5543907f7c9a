import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule, MessageTextSearch } from '../conversations/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { AttachmentUrls } from '../message-log/attachment-urls.js';
import { ContactDescriptions } from '../conversations/contact-descriptions.js';
import { ContactMessagesParticipant } from '../message-log/contact-messages.participant.js';
import { ConversationMessagesController } from './conversation-messages.controller.js';
import { ConversationOpener } from '../conversations/conversation-opener.js';
import { EarlyEchoesService } from './inbound/early-echoes.service.js';
import { EchoAdoption } from './inbound/echo-adoption.js';
import { InboundBacklogs } from '../message-sending/inbound-backlogs.js';
import { InboundEvents } from './inbound/inbound-events.js';
import { InboundEventsService } from './inbound/inbound-events.service.js';
import { InboundMessagesService } from './inbound/inbound-messages.service.js';
import { MessageChangesService } from './inbound/message-changes.service.js';
import { ReceiptsService } from './inbound/receipts.service.js';
import { MessageEditingService } from './message-editing.service.js';
import { MessageHistoryRepository } from '../message-log/message-history.repository.js';
import { MessageHistoryService } from './message-history.service.js';
import { MessageFiles } from './message-files.service.js';
import { MessageLog } from '../message-log/message-log.js';
import { MessagePublisher } from '../message-log/message-publisher.js';
import { MessageReadingService } from './message-reading.service.js';
import { MessageTextSearchService } from '../message-log/message-text-search.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesRepository } from '../message-log/messages.repository.js';
import { NotesService } from './notes.service.js';
import { PostGuardService } from './post-guard.service.js';
import { MessagesService } from './messages.service.js';
import { UnusedFilesRepository } from '../message-log/unused-files.repository.js';
import { UnusedFiles } from '../message-log/unused-files.js';
import { UnusedFile, UnusedFileSchema } from '../message-log/schemas/unused-file.schema.js';
import { Message, MessageSchema } from '../message-log/schemas/message.schema.js';
import { MessageSenders } from '../message-sending/message-senders.js';
import { MessageDelivery } from '../message-sending/message-delivery.js';
import { OutboxAttempt } from '../message-sending/outbox-attempt.js';
import { OutboxRepository } from '../message-sending/outbox.repository.js';
import { OutboxService } from '../message-sending/outbox.service.js';
import { ProviderCallLimits } from '../message-sending/provider-call-limits.js';
import { ReadReceipts } from '../message-sending/read-receipts.js';
import { OutboxSettlement } from '../message-sending/outbox-settlement.js';

/**
 * Messages: the ordered log, what is told of it, what comes in by channels (`inbound/`) and what goes out (`sending/`).
 * Global because the conversations below ask it for {@link MessageTextSearch}.
 */
@Global()
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Message.name, schema: MessageSchema },
      { name: UnusedFile.name, schema: UnusedFileSchema },
    ]),
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
    PetsModule,
  ],
  controllers: [MessagesController, ConversationMessagesController],
  providers: [
    MessagesRepository,
    AttachmentUrls,
    MessageLog,
    MessagePublisher,
    ConversationOpener,
    PostGuardService,
    MessagesService,
    NotesService,
    MessageHistoryRepository,
    MessageHistoryService,
    MessageReadingService,
    MessageEditingService,
    MessageFiles,
    UnusedFiles,
    UnusedFilesRepository,
    MessagesGateway,
    ContactMessagesParticipant,
    ContactDescriptions,
    MessageSenders,
    MessageDelivery,
    ProviderCallLimits,
    OutboxSettlement,
    OutboxAttempt,
    OutboxRepository,
    OutboxService,
    ReadReceipts,
    InboundBacklogs,
    EchoAdoption,
    EarlyEchoesService,
    InboundMessagesService,
    ReceiptsService,
    MessageChangesService,
    { provide: InboundEvents, useClass: InboundEventsService },
    { provide: MessageTextSearch, useClass: MessageTextSearchService },
  ],
  exports: [
    InboundBacklogs,
    InboundEvents,
    MessageFiles,
    MessageSenders,
    MessagesService,
    MessageTextSearch,
    UnusedFiles,
  ],
})
export class MessagesModule {}
