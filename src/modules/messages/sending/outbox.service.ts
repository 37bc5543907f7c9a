import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { crashPoint } from '../../../core/crash-points/index.js';
import { type LaneLease, Lanes } from '../../../core/lanes/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessagesRepository } from '../messages.repository.js';
import type { Message, Outbox } from '../schemas/message.schema.js';
import { MessageDelivery } from './message-delivery.js';
import {
  beginAttempt,
  closeAttempt,
  isSameTry,
  isUncertain,
  NEWS_PAUSE_MS,
  nextTry,
  patienceMs,
  wasInterrupted,
  withoutPending,
} from './outbox-state.js';
import { OutboxSettlement } from './outbox-settlement.js';

const SWEEP_INTERVAL_MS = 1_000;
const SWEEP_BATCH = 200;
const UNCONFIRMED = {
  code: 'UNCONFIRMED',
  message: 'Meta did not say whether it arrived; look at the conversation before you send it again',
};

/**
 * Hands messages to the outside, in order within a conversation and one at a time. A message waits here, with its tries
 * on record, until it is sent, failed with a reason, or given up after two minutes (docs/adr/0006).
 */
@Injectable()
export class OutboxService implements OnModuleInit {
  private readonly logger = new Logger(OutboxService.name);
  private readonly draining = new Set<string>();

  constructor(
    private readonly messages: MessagesRepository,
    private readonly delivery: MessageDelivery,
    private readonly settlement: OutboxSettlement,
    private readonly lanes: Lanes,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.addOutboxAge(async () => {
      const oldest = await this.messages.oldestUnsettled();
      return oldest ? (Date.now() - oldest.created_at.getTime()) / 1000 : 0;
    });
  }

  /** Sends a message that was just stored, after those before it; answers how it stands then. */
  async send(scope: CompanyScope, message: Message): Promise<Message> {
    return this.inLane(message.conversation_id.toHexString(), async (lease) => {
      const waiting = await this.messages.unsettled(scope, message.conversation_id);
      for (const next of waiting) {
        const isOurs = next._id.equals(message._id);
        // While we waited for the lane a sweep may have taken our try for one whose process died.
        const isRecorded = isOurs && isSameTry(next.outbox, message.outbox);
        const after = isRecorded || isDue(next) ? await this.attempt(scope, next, lease, isRecorded) : next;
        crashPoint('outbox.settled');
        if (isOurs) return after;
        const until = after.outbox?.due_at;
        if (until) return this.queueBehind(scope, lease, message, until);
      }
      // Somebody else settled it before our turn came.
      return this.messages.getById(scope, message._id);
    });
  }

  /** Takes up every message whose time has come, of all companies; conversations side by side. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    const due = await this.messages.dueToSend(now, SWEEP_BATCH);
    const conversations = new Map(due.map((message) => [message.conversation_id.toHexString(), message]));
    await Promise.all([...conversations].map(([id, message]) => this.drainOnce(id, message)));
  }

  private async drainOnce(conversationId: string, { company_id, conversation_id }: Message): Promise<void> {
    if (this.draining.has(conversationId)) return;
    this.draining.add(conversationId);
    const scope = CompanyScope.of(company_id);
    try {
      await this.lanes.tryRun(laneKey(conversationId), async (lease) => {
        const waiting = await this.messages.unsettled(scope, conversation_id);
        for (const [index, next] of waiting.entries()) {
          const after = isDue(next) ? await this.attempt(scope, next, lease, false) : next;
          crashPoint('outbox.settled');
          const until = after.outbox?.due_at;
          if (until) return this.holdBehind(scope, waiting.slice(index + 1), until);
        }
      });
    } catch (error) {
      this.logger.error(`could not drain the outbox of ${conversationId}`, error);
    } finally {
      this.draining.delete(conversationId);
    }
  }

  /** @param isRecorded whether this very try is on record already, as it is for a message that was just stored */
  private async attempt(
    scope: CompanyScope,
    message: Message,
    lease: LaneLease,
    isRecorded: boolean,
  ): Promise<Message> {
    const { outbox } = message;
    if (!outbox) return message;
    const now = new Date();
    const isRepeatable = this.delivery.isRepeatable(message);
    if (wasInterrupted(outbox, isRepeatable) && !isRecorded) return this.reconcile(scope, message, outbox, lease, now);
    if (now > outbox.give_up_at) return this.giveUp(scope, message, outbox, lease);
    if (isUncertain(outbox)) {
      if (await this.delivery.hasNewsAhead(scope, message)) return this.listen(scope, message, outbox, lease);
      if (!isRepeatable) return this.leaveToPerson(scope, message, outbox, lease);
    }
    const isReady = isRecorded && isRepeatable;
    const recorded = isReady ? message : await this.record(scope, message, outbox, lease, now);
    // The provider's word or another holder of the lane was faster.
    if (!isReady && !isUnderWay(recorded, lease)) return recorded;
    crashPoint('outbox.calling');
    const result = await this.delivery.deliver(scope, recorded, lease.signal, (place, externalId) =>
      this.settlement.partSent(scope, recorded, lease.fence, place, externalId),
    );
    crashPoint('outbox.called');
    const tried = recorded.outbox ?? outbox;
    this.metrics.eventsOut.inc({ channel: message.platform, outcome: result.outcome });
    if (result.outcome === 'sent') {
      const settled = { ...withoutDue(tried), attempts: closeAttempt(tried.attempts, 'sent') };
      return this.settlement.sent(scope, recorded, lease.fence, settled, result.externalId);
    }
    const after = { ...tried, attempts: closeAttempt(tried.attempts, result.outcome, result.code) };
    const { code, message: text, details } = result;
    const error = { code, message: text, ...(details ? { details } : {}) };
    const retryAt = nextTry(after, result, this.patienceWith(message), new Date());
    if (retryAt) return this.settlement.waiting(scope, recorded, lease.fence, { ...after, due_at: retryAt }, error);
    return this.settlement.failed(scope, recorded, lease.fence, withoutDue(after), error);
  }

  private async record(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LaneLease,
    now: Date,
  ): Promise<Message> {
    const attempts = beginAttempt(outbox.attempts, now);
    const recorded = await this.settlement.waiting(scope, message, fence, { ...outbox, attempts }, message.error);
    crashPoint('outbox.recorded');
    return recorded;
  }

  /** The last try's process died: give the provider's echo or receipt time to say whether it arrived. */
  private async reconcile(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LaneLease,
    now: Date,
  ): Promise<Message> {
    const attempts = closeAttempt(outbox.attempts, 'unknown', 'INTERRUPTED');
    // From now on, since nobody may have listened while the process was away.
    const due_at = new Date(now.getTime() + this.patienceWith(message));
    const waiting = await this.settlement.waiting(
      scope,
      message,
      fence,
      { ...outbox, attempts, due_at },
      message.error,
    );
    crashPoint('outbox.reconciled');
    return waiting;
  }

  /** What the customer's channel has stored comes first. */
  private listen(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LaneLease): Promise<Message> {
    const due_at = new Date(Date.now() + NEWS_PAUSE_MS);
    return this.settlement.waiting(scope, message, fence, { ...outbox, due_at }, message.error);
  }

  /** Silence: it may be there or not, and only a person can look. An echo that comes later still settles it. */
  private leaveToPerson(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LaneLease): Promise<Message> {
    return this.settlement.failed(scope, message, fence, withoutDue(outbox), UNCONFIRMED);
  }

  private patienceWith(message: Message): number {
    return patienceMs(this.delivery.isRepeatable(message));
  }

  private giveUp(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LaneLease): Promise<Message> {
    const error = message.error ?? { code: 'GAVE_UP', message: 'It could not be sent in time' };
    return this.settlement.failed(scope, message, fence, withoutDue(outbox), error);
  }

  /** An earlier message waits for its next try; this one has not been tried. */
  private queueBehind(scope: CompanyScope, { fence }: LaneLease, message: Message, until: Date): Promise<Message> {
    if (!message.outbox) return Promise.resolve(message);
    return this.settlement.waiting(
      scope,
      message,
      fence,
      { ...message.outbox, attempts: withoutPending(message.outbox.attempts), due_at: until },
      null,
    );
  }

  /** What waits behind a message must not look due, or it would crowd the sweep, which is for all companies. */
  private async holdBehind(scope: CompanyScope, behind: readonly Message[], until: Date): Promise<void> {
    const isEarly = { 'outbox.due_at': { $lt: until } };
    const update = { $set: { 'outbox.due_at': until } };
    const early = behind.filter(({ outbox }) => outbox?.due_at && outbox.due_at < until);
    await Promise.all(early.map(({ _id }) => this.messages.settle({ scope, filter: { _id, ...isEarly }, update })));
  }

  private inLane<T>(conversationId: string, work: (lease: LaneLease) => Promise<T>): Promise<T> {
    return this.lanes.run(laneKey(conversationId), work);
  }
}

/** Sending has a lane of its own, so that a slow provider never delays what customers write. */
function laneKey(conversationId: string): string {
  return `send:${conversationId}`;
}

function isDue({ outbox }: Message): boolean {
  return outbox?.due_at !== undefined && outbox.due_at.getTime() <= Date.now();
}

/** The try is on record under this very lease. */
function isUnderWay({ outbox }: Message, { fence }: LaneLease): boolean {
  return outbox?.due_at !== undefined && outbox.fence === fence && outbox.attempts.at(-1)?.outcome === 'calling';
}

function withoutDue({ due_at: _due, ...outbox }: Outbox): Outbox {
  return outbox;
}
