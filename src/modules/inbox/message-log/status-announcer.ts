import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { MessagesRepository } from './messages.repository.js';
import type { Message } from './schemas/message.schema.js';
import { StatusChangesRepository } from './status-changes.repository.js';

const MAX_MESSAGES_IN_MEMORY = 10_000;
/** A status changes a handful of times in a message's life. */
const MAX_CORRECTIONS = 5;

/**
 * Tells sockets and the conversation which status a message has, so that its last event always shows the stored status.
 * Whoever changes a status stores an id of the change in the same write, and the id is removed only when the status was
 * read again after the event and was still the same. The sweep announces the changes whose process died before that.
 */
@Injectable()
export class StatusAnnouncer {
  private readonly logger = new Logger(StatusAnnouncer.name);
  /** Ids of the messages of which this process announced a status after their `message:new`. */
  private readonly announced = new LRUCache<string, true>({ max: MAX_MESSAGES_IN_MEMORY });

  constructor(
    private readonly messages: MessagesRepository,
    private readonly changes: StatusChangesRepository,
    private readonly conversations: ConversationsRepository,
    private readonly realtime: RealtimeService,
  ) {}

  /** @param changes ids that were stored with the status of the message */
  async announce(scope: CompanyScope, message: Message, changes: readonly Types.ObjectId[]): Promise<void> {
    const { _id } = message;
    let told = message;
    for (let turn = 0; turn < MAX_CORRECTIONS; turn++) {
      // The sweep tries again.
      if (!(await this.tell(scope, told))) return;
      const current = await this.messages.reread(scope, _id);
      if (!current) return;
      if (hasSameStatus(current, told)) {
        void this.changes
          .remove(scope, _id, changes)
          .catch((error: unknown) => this.logger.warn('a change will be announced again', error));
        return;
      }
      // Another process has changed the status, and its event may be the older one.
      told = current;
    }
  }

  /** Announces the stored status although nothing has changed. */
  async announceAgain(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const change = new Types.ObjectId();
    const message = await this.changes.add(scope, id, change);
    if (message) await this.announce(scope, message, [change]);
  }

  /** Announces the stored status of messages whose last event shows another one. */
  async correct(shown: readonly Message[]): Promise<void> {
    const check = async (message: Message): Promise<void> => {
      const scope = CompanyScope.of(message.company_id);
      const current = await this.messages.reread(scope, message._id);
      if (current && !hasSameStatus(current, message)) await this.announceAgain(scope, message._id);
    };
    await Promise.all(shown.filter(hasDelivery).map(check));
  }

  /** To be called before `message:new` is logged: a status that was announced before it does not count. */
  beginNew({ _id }: Message): void {
    this.announced.delete(_id.toHexString());
  }

  /** As `correct`, for messages whose `message:new` was logged. */
  async correctNew(messages: readonly Message[]): Promise<void> {
    await this.correct(messages.filter(({ _id }) => !this.announced.has(_id.toHexString())));
  }

  /** @returns false when the event could not be logged */
  private async tell(scope: CompanyScope, { _id, conversation_id, status, error }: Message): Promise<boolean> {
    this.announced.set(_id.toHexString(), true);
    const [isInEventLog] = await Promise.all([
      this.realtime.publish(scope, 'message:status', {
        messageId: _id.toHexString(),
        conversationId: conversation_id.toHexString(),
        status,
        ...(error ? { error } : {}),
      }),
      this.conversations.summarize(scope, conversation_id, { kind: 'status', message_id: _id, status }),
    ]);
    return isInEventLog;
  }
}

/** Whether the status may change. Notes and customers' messages are never sent. */
export function hasDelivery({ direction, visibility }: Message): boolean {
  return direction === 'outbound' && visibility !== 'internal';
}

function hasSameStatus(one: Message, other: Message): boolean {
  return one.status === other.status && one.error?.code === other.error?.code;
}
