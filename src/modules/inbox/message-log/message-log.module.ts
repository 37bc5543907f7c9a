import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ConversationsModule, MessageTextSearch } from '../conversations/index.js';
import { AttachmentUrls } from './attachment-urls.js';
import { ContactMessagesParticipant } from './contact-messages.participant.js';
import { ContentAnnouncer } from './content-announcer.js';
import { MessageHistoryRepository } from './message-history.repository.js';
import { MessageLog } from './message-log.js';
import { MessagePublisher } from './message-publisher.js';
import { MessageSummaryService } from './message-summary.service.js';
import { MessageSweeper } from './message-sweeper.js';
import { MessageTrafficRepository } from './message-traffic.repository.js';
import { MessageTextRepository } from './message-text.repository.js';
import { MessagesRepository } from './messages.repository.js';
import { Message, MessageSchema } from './schemas/message.schema.js';
import { FileToCheck, FileToCheckSchema } from './schemas/file-to-check.schema.js';
import { StatusAnnouncer } from './status-announcer.js';
import { StatusChangesRepository } from './status-changes.repository.js';
import { UnusedFilesRepository } from './unused-files.repository.js';
import { UnusedFiles } from './unused-files.js';

/**
 * The stored messages: their order in a conversation, their publication, and their files.
 * Global because the conversations module, which lies below, injects {@link MessageTextSearch}.
 */
@Global()
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Message.name, schema: MessageSchema },
      { name: FileToCheck.name, schema: FileToCheckSchema },
    ]),
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
  ],
  providers: [
    MessagesRepository,
    MessageHistoryRepository,
    MessageTextRepository,
    MessageTrafficRepository,
    AttachmentUrls,
    ContentAnnouncer,
    MessageLog,
    MessagePublisher,
    MessageSweeper,
    MessageSummaryService,
    StatusAnnouncer,
    StatusChangesRepository,
    UnusedFiles,
    UnusedFilesRepository,
    ContactMessagesParticipant,
    { provide: MessageTextSearch, useExisting: MessageTextRepository },
  ],
  exports: [
    AttachmentUrls,
    ContentAnnouncer,
    MessageHistoryRepository,
    MessageLog,
    MessagePublisher,
    MessagesRepository,
    MessageSummaryService,
    MessageTextRepository,
    MessageTextSearch,
    MessageTrafficRepository,
    StatusAnnouncer,
    UnusedFiles,
  ],
})
export class MessageLogModule {}
