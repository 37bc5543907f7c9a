import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import type { Conversation } from './schemas/conversation.schema.js';

const SWEEP_INTERVAL_MS = 30_000;
const SWEEP_BATCH = 200;

/** Opens snoozed conversations in time. Several processes may run it: one change wins. */
@Injectable()
export class SnoozeWaker {
  private readonly logger = new Logger(SnoozeWaker.name);

  constructor(
    private readonly repository: ConversationsRepository,
    private readonly conversations: ConversationsService,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async wakeDue(now = new Date()): Promise<void> {
    for (const { _id, company_id, snoozed_until } of await this.repository.dueSnoozes(now, SWEEP_BATCH)) {
      const scope = CompanyScope.of(company_id);
      const update = { $set: { status: 'open', snoozed_until: null, updated_at: now }, $inc: { revision: 1 } };
      const woken = await this.repository.change(scope, _id, { status: 'snoozed', snoozed_until }, update);
      if (woken) await this.publish(scope, woken);
    }
  }

  /** A failure must not keep the other conversations asleep. */
  private async publish(scope: CompanyScope, woken: Conversation): Promise<void> {
    await this.conversations
      .publish(scope, woken)
      .catch((error: unknown) => this.logger.error(`sockets were not told of ${woken._id.toHexString()}`, error));
  }
}
