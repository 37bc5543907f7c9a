import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { LoggedEvent } from '../../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { ConversationRow } from '../../../inbox/conversations/index.js';
import { type MessageView, MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import { FlowScheduler } from './flow-scheduler.service.js';

interface LoggedMessage {
  readonly conversationId: string;
  readonly message: Pick<MessageView, 'seq' | 'direction' | 'visibility' | 'author'>;
}

interface LoggedConversation {
  readonly conversation: Pick<ConversationRow, '_id' | 'status'>;
}

/** Finds what flows have not noticed yet, in the event log: messages, and conversations that a person has resolved. */
@Injectable()
export class MissedMessages {
  constructor(
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
    private readonly history: MessageHistoryRepository,
    private readonly scheduler: FlowScheduler,
  ) {}

  async store(scope: CompanyScope, events: readonly LoggedEvent[], since: Date): Promise<void> {
    const isMessage = ({ event }: LoggedEvent): boolean => event === 'message:new';
    const messages = events.filter(isMessage).map(({ data }) => data as unknown as LoggedMessage);
    const late = [
      ...(await this.unhandled(scope, messages, since)),
      ...(await this.withRun(scope, [...answered(messages), ...resolved(events)])),
    ];
    if (late.length === 0) return;
    await this.threads.markDue(scope, late, new Date());
    for (const id of late) this.scheduler.wake(scope, id.toHexString());
  }

  /** Conversations with a message of the customer that is not handled. */
  private async unhandled(
    scope: CompanyScope,
    messages: readonly LoggedMessage[],
    since: Date,
  ): Promise<Types.ObjectId[]> {
    const newest = new Map<string, number>();
    for (const { conversationId, message } of messages)
      if (message.direction === 'inbound' && message.author.kind === 'contact') newest.set(conversationId, message.seq);
    const ids = [...newest.keys()].map((id) => toObjectId(id));
    const threads = new Map((await this.threads.of(scope, ids)).map((thread) => [thread._id.toHexString(), thread]));
    const late = ids.filter((id) => {
      const key = id.toHexString();
      return (threads.get(key)?.taken_seq ?? -1) < (newest.get(key) ?? 0);
    });
    for (const id of late.filter((one) => !threads.has(one.toHexString())))
      await this.threads.begin(scope, id, await this.history.seqBefore(scope, id, since));
    return late;
  }

  /** Those with an active run, which a person has ended. */
  private withRun(scope: CompanyScope, conversationIds: readonly string[]): Promise<Types.ObjectId[]> {
    const ids = [...new Set(conversationIds)].map((id) => toObjectId(id));
    return ids.length === 0 ? Promise.resolve([]) : this.runs.withActiveRun(scope, ids);
  }
}

/** The conversations in which a person has answered. */
function answered(messages: readonly LoggedMessage[]): string[] {
  const ofStaff = messages.filter(
    ({ message: { direction, visibility, author } }) =>
      direction === 'outbound' && visibility === 'public' && (author.kind === 'user' || author.kind === 'phone'),
  );
  return ofStaff.map(({ conversationId }) => conversationId);
}

function resolved(events: readonly LoggedEvent[]): string[] {
  const changed = events
    .filter(({ event }) => event === 'conversation:updated')
    .map(({ data }) => data as unknown as LoggedConversation);
  return changed
    .filter(({ conversation }) => conversation.status === 'resolved')
    .map(({ conversation: c }) => c._id.toString());
}
