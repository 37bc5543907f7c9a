import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { MessageSendingModule } from '../../inbox/message-sending/index.js';
import { MessagesModule } from '../../inbox/messages/index.js';
import { SocialEventsModule } from '../../inbox/social-events/index.js';
import { FlowActionsModule } from '../flow-actions/index.js';
import { FlowsModule } from '../flows/index.js';
import { FlowClaims } from './claims.service.js';
import { ContactRunsParticipant } from './contact-runs.participant.js';
import { Activations } from './engine/activations.service.js';
import { AnswerTaker } from './engine/answer-taker.service.js';
import { CustomerMessages } from './engine/customer-messages.service.js';
import { EffectRunner } from './engine/effect-runner.service.js';
import { EventStarter } from './engine/event-starter.service.js';
import { FirstChecks } from './engine/first-checks.service.js';
import { NextFlows } from './engine/next-flows.service.js';
import { RunDriver } from './engine/run-driver.service.js';
import { RunStarter } from './engine/run-starter.service.js';
import { RunStopper } from './engine/run-stopper.service.js';
import { ThreadDrain } from './engine/thread-drain.service.js';
import { ThreadWork } from './engine/thread-work.service.js';
import { UnclaimedMessages } from './engine/unclaimed-messages.js';
import { WorkFailures } from './engine/work-failures.service.js';
import { AppointmentEvents } from './events/appointment-events.service.js';
import { CommentEvents } from './events/comment-events.service.js';
import { DueAppointments } from './events/due-appointments.service.js';
import { DueWork } from './events/due-work.service.js';
import { FailedMessages } from './events/failed-messages.service.js';
import { FlowInterests } from './events/flow-interests.service.js';
import { FlowLogReader } from './events/flow-log-reader.service.js';
import { FlowScheduler } from './events/flow-scheduler.service.js';
import { FlowSignals } from './events/flow-signals.service.js';
import { MissedMessages } from './events/missed-messages.service.js';
import { TagEvents } from './events/tag-events.service.js';
import { ThreadEvents } from './events/thread-events.service.js';
import { FlowRunEndsRepository } from './flow-run-ends.repository.js';
import { FlowRunStatsRepository } from './flow-run-stats.repository.js';
import { FlowCursorsRepository } from './flow-cursors.repository.js';
import { FlowRunsController } from './flow-runs.controller.js';
import { FlowRunsGateway } from './flow-runs.gateway.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowRunsService } from './flow-runs.service.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';
import { FlowCursor, FlowCursorSchema } from './schemas/flow-cursor.schema.js';
import { RemovedTexts } from './removed-texts.service.js';
import { RunPresenter } from './run-presenter.js';
import { RunRetention } from './run-retention.service.js';
import { FlowRun, FlowRunSchema } from './schemas/flow-run.schema.js';
import { FlowThread, FlowThreadSchema } from './schemas/flow-thread.schema.js';
import { ConversationOwners } from './speaking/conversation-owners.service.js';
import { Emergencies } from './speaking/emergencies.service.js';
import { FailedSends } from './speaking/failed-sends.service.js';
import { FixedAnswers } from './speaking/fixed-answers.service.js';
import { HandOffs } from './speaking/hand-offs.service.js';
import { OptOuts } from './speaking/opt-outs.service.js';
import { RunMessages } from './speaking/run-messages.service.js';
import { SpeakingRights } from './speaking/speaking-rights.service.js';
import { StaffLines } from './speaking/staff-lines.service.js';

const ENGINE = [
  Activations,
  AnswerTaker,
  CustomerMessages,
  EffectRunner,
  EventStarter,
  FirstChecks,
  NextFlows,
  RunDriver,
  RunStarter,
  RunStopper,
  ThreadDrain,
  ThreadWork,
  UnclaimedMessages,
  WorkFailures,
];
const EVENTS = [
  AppointmentEvents,
  CommentEvents,
  DueAppointments,
  DueWork,
  FailedMessages,
  FlowInterests,
  FlowLogReader,
  FlowScheduler,
  FlowSignals,
  MissedMessages,
  TagEvents,
  ThreadEvents,
];
const SPEAKING = [
  ConversationOwners,
  Emergencies,
  FailedSends,
  FixedAnswers,
  HandOffs,
  OptOuts,
  RunMessages,
  SpeakingRights,
  StaffLines,
];

/** Runs flows: what starts them, their steps, what they say, and how they yield to staff. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: FlowRun.name, schema: FlowRunSchema },
      { name: FlowThread.name, schema: FlowThreadSchema },
      { name: FlowCursor.name, schema: FlowCursorSchema },
    ]),
    ChannelsModule,
    CompaniesModule,
    ContactsModule,
    ConversationsModule,
    FlowActionsModule,
    FlowsModule,
    MessageLogModule,
    MessageSendingModule,
    MessagesModule,
    NotificationCenterModule,
    ReservationsModule,
    SocialEventsModule,
    UsersModule,
  ],
  controllers: [FlowRunsController],
  providers: [
    ...ENGINE,
    ...EVENTS,
    ...SPEAKING,
    ContactRunsParticipant,
    FlowClaims,
    FlowCursorsRepository,
    FlowRunEndsRepository,
    FlowRunsGateway,
    FlowRunsRepository,
    FlowRunsService,
    FlowRunStatsRepository,
    FlowThreadsRepository,
    RemovedTexts,
    RunPresenter,
    RunRetention,
  ],
  exports: [ConversationOwners, FlowClaims, FlowInterests, HandOffs, OptOuts, StaffLines, UnclaimedMessages],
})
export class FlowRunsModule {}
