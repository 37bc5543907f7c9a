import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContentAnnouncer } from './content-announcer.js';
import { MessagePublisher } from './message-publisher.js';
import { MessagesRepository } from './messages.repository.js';
import type { Message } from './schemas/message.schema.js';
import { hasDelivery, StatusAnnouncer } from './status-announcer.js';
import { StatusChangesRepository } from './status-changes.repository.js';

const SWEEP_INTERVAL_MS = 5_000;
/** Longer than publishing takes, also on a busy machine. */
const STALE_AFTER_MS = 15_000;
const SWEEP_BATCH = 200;
const SWEEP_LOCK = 'publisher:sweep';

/** Publishes new messages and announces changes of messages that a process stored and did not show before it died. */
@Injectable()
export class MessageSweeper {
  private readonly logger = new Logger(MessageSweeper.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly publisher: MessagePublisher,
    private readonly changes: StatusChangesRepository,
    private readonly contents: ContentAnnouncer,
    private readonly statuses: StatusAnnouncer,
    private readonly locks: KeyedLocks,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async finishForgotten(now = Date.now()): Promise<void> {
    // One process at a time, or each of them would announce the same message.
    await this.locks.tryWithLock(SWEEP_LOCK, async () => {
      const before = new Date(now - STALE_AFTER_MS);
      const forgotten = await this.messages.unpublished(before, SWEEP_BATCH);
      for (const message of forgotten.sort((a, b) => a.seq - b.seq)) {
        await this.publisher
          .publishAgain(CompanyScope.of(message.company_id), message)
          .catch((error: unknown) =>
            this.logger.error(`message ${message._id.toHexString()} could not be published`, error),
          );
      }
      await this.announceForgotten(before);
    });
  }

  private async announceForgotten(before: Date): Promise<void> {
    for (const message of await this.changes.madeBefore(before, SWEEP_BATCH)) {
      const { _id, company_id, unannounced_changes = [] } = message;
      // The writers of newer changes are still at work.
      const forgotten = unannounced_changes.filter((change) => change.getTimestamp() < before);
      await this.announce(CompanyScope.of(company_id), message, forgotten).catch((error: unknown) =>
        this.logger.error(`the change of message ${_id.toHexString()} could not be announced`, error),
      );
    }
  }

  private async announce(scope: CompanyScope, message: Message, changes: readonly Types.ObjectId[]): Promise<void> {
    const { _id, edited_at, deleted_at } = message;
    const isChanged = edited_at !== null || deleted_at !== null;
    if (isChanged && !(await this.contents.announceChanged(scope, message))) return;
    if (hasDelivery(message)) await this.statuses.announce(scope, message, changes);
    else await this.changes.remove(scope, _id, changes);
  }
}
