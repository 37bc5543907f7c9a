import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '../../../../core/realtime/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { MessagesRepository } from '../../../inbox/message-log/index.js';
import { stopReasonOf } from '../speaking/speaking-rights.service.js';
import { ThreadEvents } from './thread-events.service.js';

interface LoggedStatus {
  readonly messageId: string;
  readonly status: string;
}

/** Finds messages of flows and of the assistant that could not be sent, in the event log. */
@Injectable()
export class FailedMessages {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly threads: ThreadEvents,
  ) {}

  /** May be repeated. Leaves out messages that PetBuddy itself did not want to send any more. */
  async store(scope: CompanyScope, events: readonly LoggedEvent[], since: Date): Promise<void> {
    const statuses = events
      .filter(({ event }) => event === 'message:status')
      .map(({ data }) => data as unknown as LoggedStatus);
    const ids = statuses.filter(({ status }) => status === 'failed').map(({ messageId }) => toObjectId(messageId));
    if (ids.length === 0) return;
    for (const { _id, bot, conversation_id, seq, status, error } of await this.messages.findMany(scope, ids)) {
      if (!bot || status !== 'failed' || stopReasonOf(error?.code) !== undefined) continue;
      const key = `send_failed:${_id.toHexString()}`;
      const { run_id } = bot;
      const event = { key, kind: 'send_failed' as const, ...(run_id && { run_id }), message_seq: seq };
      await this.threads.addTo(scope, { _id: conversation_id }, event, since);
    }
  }
}
