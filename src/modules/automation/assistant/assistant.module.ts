import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AuthModule } from '../../accounts/auth/index.js';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { CustomerNoticesModule } from '../../booking/customer-notices/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessageSendingModule } from '../../inbox/message-sending/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { AssistantFactsModule } from '../assistant-facts/index.js';
import { AssistantSetupModule } from '../assistant-setup/index.js';
import { FlowRunsModule } from '../flow-runs/index.js';
import { KnowledgeModule } from '../knowledge/index.js';
import { LanguageModelsModule } from '../language-models/index.js';
import { AssistantContacts } from './assistant-contacts.participant.js';
import { AssistantRetention } from './assistant-retention.service.js';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { Summaries } from './memory/summaries.service.js';
import { RemovedTextsListener } from './removed-texts.listener.js';
import { RemovedTurnTexts } from './removed-texts.service.js';
import { RepeatedWords } from './repeated-words.service.js';
import { AssistantThread, AssistantThreadSchema } from './schemas/assistant-thread.schema.js';
import { AssistantTurn, AssistantTurnSchema } from './schemas/assistant-turn.schema.js';
import { AssistantRights } from './speaking/assistant-rights.service.js';
import { HandOffBriefs } from './speaking/hand-off-briefs.service.js';
import { PresentStaff } from './speaking/present-staff.service.js';
import { TurnClosing } from './speaking/turn-closing.service.js';
import { TurnMessages } from './speaking/turn-messages.service.js';
import { TurnTellings } from './speaking/turn-tellings.service.js';
import { TurnSender } from './speaking/turn-sender.service.js';
import { OldDrafts } from './suggestions/old-drafts.service.js';
import { SuggestionMaker } from './suggestions/suggestion-maker.service.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { SuggestionsGateway } from './suggestions/suggestions.gateway.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';
import { Verdicts } from './suggestions/verdicts.service.js';
import { TurnsController } from './turns/turns.controller.js';
import { AssistantScheduler } from './engine/assistant-scheduler.service.js';
import { AssistantSignals } from './engine/assistant-signals.service.js';
import { MessageTaker } from './engine/message-taker.service.js';
import { ThreadWork } from './engine/thread-work.service.js';
import { TurnBeginner } from './engine/turn-beginner.service.js';
import { TurnDriver } from './engine/turn-driver.service.js';
import { TurnEffects } from './engine/turn-effects.service.js';
import { TurnEnds } from './engine/turn-ends.service.js';
import { TurnLoader } from './engine/turn-loader.service.js';
import { TurnWatcher } from './engine/turn-watcher.service.js';

const WORK = [
  AssistantScheduler,
  AssistantSignals,
  MessageTaker,
  ThreadWork,
  TurnBeginner,
  TurnDriver,
  TurnEffects,
  TurnEnds,
  TurnLoader,
  TurnWatcher,
];
const SPEAKING = [AssistantRights, HandOffBriefs, PresentStaff, TurnClosing, TurnMessages, TurnSender, TurnTellings];
const SUGGESTIONS = [OldDrafts, SuggestionMaker, SuggestionsGateway, SuggestionsService, Verdicts];

/** Answers customers where no flow does: it thinks, sends, suggests, and hands over to staff. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: AssistantThread.name, schema: AssistantThreadSchema },
      { name: AssistantTurn.name, schema: AssistantTurnSchema },
    ]),
    AssistantFactsModule,
    AssistantSetupModule,
    AuthModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    CustomerNoticesModule,
    FlowRunsModule,
    KnowledgeModule,
    LanguageModelsModule,
    MessageLogModule,
    MessageSendingModule,
    MessagesModule,
    UsersModule,
  ],
  controllers: [SuggestionsController, TurnsController],
  providers: [
    ...WORK,
    ...SPEAKING,
    ...SUGGESTIONS,
    AssistantContacts,
    AssistantRetention,
    AssistantThreadsRepository,
    AssistantTurnsRepository,
    RemovedTextsListener,
    RemovedTurnTexts,
    RepeatedWords,
    Summaries,
  ],
  exports: [AssistantThreadsRepository, AssistantTurnsRepository],
})
export class AssistantModule {}
