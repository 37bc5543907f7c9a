import { Injectable, Logger } from '@nestjs/common';
import { GroupCommit } from '../../../core/concurrency/index.js';
import { AppError } from '../../../core/errors/index.js';
import { AckPriority } from './ack-priority.js';
import { type InboundItem, toInboundEvent } from './inbound-event-factory.js';
import { INSERT_BATCH, INSERT_BUDGET_MS, MAX_WAITING_ITEMS } from './inbound-events.constants.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { InboundSignal } from './inbound-signal.js';
import { CustomerLanes } from './lanes/customer-lanes.service.js';
import type { InboundEventRecord } from './schemas/inbound-event-record.schema.js';

/** Stores items of sources. The drain applies them later, so that nothing delays an acknowledgement. */
@Injectable()
export class InboundQueue {
  private readonly logger = new Logger(InboundQueue.name);
  private readonly commits: GroupCommit<InboundEventRecord>;
  private waiting = 0;

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly signal: InboundSignal,
    private readonly priority: AckPriority,
    private readonly lanes: CustomerLanes,
  ) {
    this.commits = new GroupCommit((batch) => this.events.store(batch), INSERT_BATCH);
  }

  /**
   * Resolves when all items are on disk; copies are stored once.
   * @param source the name of its mapper
   * @throws AppError UNAVAILABLE (503) when storing failed or took too long; the source should send the items again
   */
  async store(source: string, items: readonly InboundItem[], receivedAt: Date): Promise<void> {
    if (items.length === 0) return;
    if (this.waiting + items.length > MAX_WAITING_ITEMS) throw notStored();
    this.waiting += items.length;
    const stored = this.priority.acknowledging(this.commit(source, items, receivedAt));
    const settled = (): void => void (this.waiting -= items.length);
    stored.then(settled, settled);
    try {
      await withinBudget(stored);
    } catch (error) {
      this.logger.error(`a delivery of ${items.length} events was not stored`, error);
      throw notStored();
    }
    this.signal.wake();
  }

  private async commit(source: string, items: readonly InboundItem[], receivedAt: Date): Promise<void> {
    const lanes = await this.lanes.assign(items);
    const events = items.map((item, index) => toInboundEvent(source, item, receivedAt, lanes[index]));
    await Promise.all(events.map((event) => this.commits.add(event)));
  }
}

/** A write that ends later still counts: the repeated copy is a duplicate then. */
async function withinBudget(stored: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const budget = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${INSERT_BUDGET_MS} ms`)), INSERT_BUDGET_MS);
  });
  try {
    await Promise.race([stored, budget]);
  } finally {
    clearTimeout(timer);
  }
}

function notStored(): AppError {
  return new AppError('UNAVAILABLE', 503, 'The events were not stored. Send them again');
}
