import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { MessageLogModule } from '../message-log/index.js';
import { MessagesModule } from '../messages/index.js';
import { ScheduledFiles } from './scheduled-files.service.js';
import { ScheduledMessageFollowUpService } from './scheduled-message-follow-up.service.js';
import { ScheduledMessagePoster } from './scheduled-message-poster.service.js';
import { ScheduledMessageSender } from './scheduled-message-sender.service.js';
import { ScheduledMessagesController } from './scheduled-messages.controller.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import { ScheduledMessagesService } from './scheduled-messages.service.js';
import { ScheduledMessage, ScheduledMessageSchema } from './schemas/scheduled-message.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([{ name: ScheduledMessage.name, schema: ScheduledMessageSchema }]),
    ContactsModule,
    ConversationsModule,
    MessageLogModule,
    MessagesModule,
    UsersModule,
  ],
  controllers: [ScheduledMessagesController],
  providers: [
    ScheduledMessagesRepository,
    ScheduledFiles,
    ScheduledMessagesService,
    ScheduledMessagePoster,
    ScheduledMessageSender,
    ScheduledMessageFollowUpService,
  ],
})
export class ScheduledMessagesModule {}
