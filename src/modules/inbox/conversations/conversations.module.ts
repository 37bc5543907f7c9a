import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { UsersModule } from '../../accounts/users/index.js';
import { ConversationSearch } from './conversation-search.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsGateway } from './conversations.gateway.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { ReadMarksRepository } from './read-marks.repository.js';
import { Conversation, ConversationSchema } from './schemas/conversation.schema.js';
import { ReadMark, ReadMarkSchema } from './schemas/read-mark.schema.js';
import { SnoozeWaker } from './snooze-waker.js';
import { TypingService } from './typing.service.js';

/**
 * Conversations as staff sees them. Messages live in the module above, which provides {@link MessageTextSearch} and
 * keeps the summaries here up to date.
 */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Conversation.name, schema: ConversationSchema },
      { name: ReadMark.name, schema: ReadMarkSchema },
    ]),
    UsersModule,
  ],
  controllers: [ConversationsController],
  providers: [
    ConversationsRepository,
    ReadMarksRepository,
    ConversationSearch,
    ConversationsService,
    TypingService,
    ConversationsGateway,
    SnoozeWaker,
  ],
  exports: [ConversationsService, ConversationsRepository],
})
export class ConversationsModule {}
