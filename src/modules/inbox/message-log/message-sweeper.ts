import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessagePublisher } from './message-publisher.js';
import { MessagesRepository } from './messages.repository.js';
import { StatusAnnouncer } from './status-announcer.js';

const SWEEP_INTERVAL_MS = 5_000;
/** Longer than publishing takes, also on a busy machine. */
const STALE_AFTER_MS = 15_000;
const SWEEP_BATCH = 200;
const SWEEP_LOCK = 'publisher:sweep';

/** Publishes the messages and announces the statuses that a process stored before it died, and did not show. */
@Injectable()
export class MessageSweeper {
  private readonly logger = new Logger(MessageSweeper.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly publisher: MessagePublisher,
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
      await this.statuses.announceForgotten(before);
    });
  }
}
