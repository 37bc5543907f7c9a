import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { TeamsModule } from '../../accounts/teams/index.js';
import { ChannelsModule } from '../channels/index.js';
import { AssignmentNotifier } from './assignment-notifier.js';
import { ContactDescriptions } from './contact-descriptions.js';
import { ConversationOpener } from './conversation-opener.js';
import { ConversationCountsController } from './conversation-counts.controller.js';
import { ConversationCountsService } from './conversation-counts.service.js';
import { ConversationListRepository } from './conversation-list.repository.js';
import { ConversationReaderService } from './conversation-reader.service.js';
import { ConversationSearch } from './conversation-search.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsGateway } from './conversations.gateway.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { LabelsModule } from '../labels/index.js';
import { BulkChange, BulkChangeSchema, BulkRow, BulkRowSchema } from './bulk/bulk-change.schema.js';
import { BulkConversationsService } from './bulk/bulk-conversations.service.js';
import { BulkRunnerService } from './bulk/bulk-runner.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkChangesRepository, BulkRowsRepository } from './bulk/bulk.repository.js';
import { BulkService } from './bulk/bulk.service.js';
import { Draft, DraftSchema } from './drafts/draft.schema.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import { DraftsService } from './drafts/drafts.service.js';
import { LabelFollowUpService } from './label-follow-up.service.js';
import { TeamFollowUpService } from './team-follow-up.service.js';
import { ReadMarksRepository } from './read-marks.repository.js';
import { Conversation, ConversationSchema } from './schemas/conversation.schema.js';
import { ReadMark, ReadMarkSchema } from './schemas/read-mark.schema.js';
import { SnoozeWaker } from './snooze-waker.js';
import { UserFollowUpService } from './user-follow-up.service.js';
import { TypingService } from './typing.service.js';
import { ViewFiltersService } from './view-filters.service.js';
import { ViewersGateway } from './viewers/viewers.gateway.js';
import { ViewersService } from './viewers/viewers.service.js';

/**
 * Conversations as staff sees them. The `message-log` module, which lies above, provides {@link MessageTextSearch} and
 * keeps the summaries here up to date.
 */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Conversation.name, schema: ConversationSchema },
      { name: BulkChange.name, schema: BulkChangeSchema },
      { name: BulkRow.name, schema: BulkRowSchema },
      { name: Draft.name, schema: DraftSchema },
      { name: ReadMark.name, schema: ReadMarkSchema },
    ]),
    ChannelsModule,
    ContactsModule,
    PetsModule,
    LabelsModule,
    TeamsModule,
    NotificationCenterModule,
    UsersModule,
  ],
  // `counts` before `:id`.
  controllers: [ConversationCountsController, BulkController, ConversationsController, DraftsController],
  providers: [
    ConversationsRepository,
    ReadMarksRepository,
    ConversationListRepository,
    ConversationSearch,
    ViewFiltersService,
    ConversationReaderService,
    ConversationCountsService,
    ConversationOpener,
    ContactDescriptions,
    AssignmentNotifier,
    ConversationsService,
    TypingService,
    ViewersService,
    ViewersGateway,
    ConversationsGateway,
    SnoozeWaker,
    BulkChangesRepository,
    BulkRowsRepository,
    BulkConversationsService,
    BulkService,
    BulkRunnerService,
    DraftsRepository,
    DraftsService,
    LabelFollowUpService,
    TeamFollowUpService,
    UserFollowUpService,
  ],
  exports: [
    ConversationCountsService,
    ConversationOpener,
    ConversationsService,
    ConversationReaderService,
    ConversationsRepository,
    DraftsRepository,
    ViewersService,
  ],
})
export class ConversationsModule {}
