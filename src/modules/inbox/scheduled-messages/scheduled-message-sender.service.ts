import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { ScheduledMessagePoster } from './scheduled-message-poster.service.js';
import { AUTHOR_GONE, CUSTOMER_REPLIED, NOT_POSTED, TOO_LATE } from './scheduled-messages.errors.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import { ScheduledMessagesService } from './scheduled-messages.service.js';
import type { ScheduledMessage, ScheduledReason } from './schemas/scheduled-message.schema.js';

const SWEEP_INTERVAL_MS = 2_000;
const SWEEP_BATCH = 200;
/** If a process dies, another one takes over its message after this time. */
export const CLAIM_MS = 60_000;
/** A message that is later than this is not sent. */
export const MAX_LATE_MS = 24 * 3_600_000;
/** After failed tries for this time, the message fails, so that later messages are sent. */
const MAX_FAILING_MS = 3_600_000;

/** Sends scheduled messages at their time, as if their author posted them then. */
@Injectable()
export class ScheduledMessageSender {
  private readonly logger = new Logger(ScheduledMessageSender.name);

  constructor(
    private readonly scheduled: ScheduledMessagesRepository,
    private readonly service: ScheduledMessagesService,
    private readonly conversations: ConversationsRepository,
    private readonly poster: ScheduledMessagePoster,
    private readonly locks: KeyedLocks,
  ) {}

  /** Runs in every process. A lock keeps the messages of a conversation in order. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    const due = await this.scheduled.due(now, SWEEP_BATCH);
    const conversations = Map.groupBy(due, ({ conversation_id }) => conversation_id.toHexString());
    await Promise.all(
      [...conversations.values()].map(async ([first]) => {
        if (!first) return;
        const { company_id, conversation_id } = first;
        await this.sendDue(CompanyScope.of(company_id), conversation_id, now).catch((error: unknown) =>
          this.logger.error(`could not send the scheduled messages of ${conversation_id.toHexString()}`, error),
        );
      }),
    );
  }

  /** Sends the due messages of a conversation in order. Does nothing while another process does so. */
  async sendDue(scope: CompanyScope, conversationId: Types.ObjectId, now = new Date()): Promise<void> {
    await this.locks.tryWithLock(`scheduled:${conversationId.toHexString()}`, async () => {
      for (const message of await this.scheduled.dueOf(scope, conversationId, now)) {
        const retryAt = isClaimed(message, now) ? message.due_at : await this.process(scope, message, now);
        // Later messages must wait to keep their order.
        if (retryAt) return this.scheduled.holdBack(scope, conversationId, now, retryAt);
      }
    });
  }

  /** @returns when it is tried again, or undefined if nothing is left to do */
  private async process(scope: CompanyScope, seen: ScheduledMessage, now: Date): Promise<Date | undefined> {
    // A process died after it had stored the message: only the scheduled one is left to delete.
    if (seen.state === 'sending' && (await this.poster.isStored(scope, seen))) return this.finish(scope, seen);
    const isTooLate = now.getTime() - seen.send_at.getTime() > MAX_LATE_MS;
    if (isTooLate) return this.settle(scope, seen, 'failed', TOO_LATE);
    if (seen.state === 'scheduled' && (await this.hasReply(scope, seen))) {
      return this.settle(scope, seen, 'cancelled', CUSTOMER_REPLIED);
    }
    const claimed = await this.scheduled.claim(scope, seen, new Date(now.getTime() + CLAIM_MS));
    return claimed ? this.send(scope, claimed, now) : undefined;
  }

  private async send(scope: CompanyScope, claimed: ScheduledMessage, now: Date): Promise<Date | undefined> {
    try {
      const author = await this.poster.authorOf(scope, claimed);
      if (!author) return await this.settle(scope, claimed, 'failed', AUTHOR_GONE);
      await this.poster.post(scope, author, claimed);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) return this.tryLater(scope, claimed, now, error);
      const { code, message, status } = error;
      const isDeleted = status === 404 && !(await this.conversations.read(scope, claimed.conversation_id));
      if (!isDeleted) return this.settle(scope, claimed, 'failed', { code, message });
      // The conversation is deleted, so the scheduled message is deleted, too.
    }
    crashPoint('scheduled.posted');
    return this.finish(scope, claimed);
  }

  private async tryLater(
    scope: CompanyScope,
    { failing_since, ...claimed }: ScheduledMessage,
    now: Date,
    error: unknown,
  ): Promise<Date | undefined> {
    const id = claimed._id.toHexString();
    if (failing_since && now.getTime() - failing_since.getTime() > MAX_FAILING_MS) {
      this.logger.error(`scheduled message ${id} failed`, error);
      return this.settle(scope, claimed, 'failed', NOT_POSTED);
    }
    this.logger.warn(`scheduled message ${id} is tried again`, error);
    if (!failing_since) await this.scheduled.noteFailing(scope, claimed._id, now);
    return claimed.due_at;
  }

  private async finish(scope: CompanyScope, { _id, conversation_id }: ScheduledMessage): Promise<undefined> {
    await this.scheduled.remove(scope, _id);
    await this.service.announce(scope, conversation_id);
  }

  private async hasReply(scope: CompanyScope, seen: ScheduledMessage): Promise<boolean> {
    if (!seen.cancel_on_reply) return false;
    const conversation = await this.conversations.read(scope, seen.conversation_id);
    return (conversation?.inbound_count ?? 0) > seen.seen_inbound_count;
  }

  private async settle(
    scope: CompanyScope,
    seen: ScheduledMessage,
    to: 'failed' | 'cancelled',
    reason: ScheduledReason,
  ): Promise<undefined> {
    if (await this.scheduled.settle(scope, seen, to, reason)) await this.service.announce(scope, seen.conversation_id);
  }
}

/** Whether a process is sending it, or died meanwhile and its claim has not expired. */
function isClaimed({ due_at }: ScheduledMessage, now: Date): boolean {
  return due_at !== undefined && due_at > now;
}
