import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { LockLease } from '../../../core/locks/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelHealthRecorder } from '../channels/index.js';
import type { Message, MessageError, Outbox } from '../message-log/index.js';
import { BotMessageGuard } from './bot-message-guard.js';
import { limitPauseMs } from './quota/limit-pause.js';
import { SendingQuotas } from './quota/sending-quotas.service.js';
import { CHANNEL_DISCONNECTED, isAboutChannel, sendFailure } from './send-failures.js';
import { MessageDelivery } from './message-delivery.js';
import {
  beginAttempt,
  closeAttempt,
  isHeldBack,
  isUncertain,
  limitedTries,
  NEWS_PAUSE_MS,
  nextTry,
  confirmationWaitMs,
  waitBehind,
  waitingForChannel,
  waitingForLimit,
  waitsForLimit,
  wasInterrupted,
  withoutPending,
} from './outbox-state.js';
import { OutboxSettlement } from './outbox-settlement.js';
import type { SendFailure, SendResult } from './message-sender.js';
import { ProviderCallLimits } from './provider-call-limits.js';

/** A longer wait for a limit is stored. */
const MAX_WAIT_IN_PLACE_MS = 2_000;
const UNNOTICED_WAIT_MS = 5_000;
/** About a day: the pauses grow to 15 minutes. */
const MAX_LIMITED_TRIES = 100;
const SENDING_LIMITED = sendFailure('SENDING_LIMITED');

const UNCONFIRMED = {
  code: 'UNCONFIRMED',
  message:
    'The platform did not confirm the message, so it may have arrived. Check the conversation before you send it again',
};

/** Makes one try to send a message, under the lock of its conversation. */
@Injectable()
export class OutboxAttempt {
  constructor(
    private readonly delivery: MessageDelivery,
    private readonly settlement: OutboxSettlement,
    private readonly callLimits: ProviderCallLimits,
    private readonly quotas: SendingQuotas,
    private readonly health: ChannelHealthRecorder,
    private readonly metrics: Metrics,
    private readonly guard: BotMessageGuard,
  ) {}

  /**
   * Tries to send the message if it is due, and returns its new state.
   * @param isRecorded whether this try is stored already, as for a message that was just posted
   */
  async make(scope: CompanyScope, message: Message, lease: LockLease, isRecorded: boolean): Promise<Message> {
    const { outbox } = message;
    if (!outbox) return message;
    const isRepeatable = await this.delivery.isRepeatable(scope, message);
    if (wasInterrupted(outbox, isRepeatable) && !isRecorded) return this.reconcile(scope, message, outbox, lease);
    const isSafeToSend = isRepeatable || !isUncertain(outbox);
    // Comes first, because a message that waits for its channel is never given up.
    if (isSafeToSend && (await this.delivery.isChannelDisconnected(scope, message))) {
      return this.awaitChannel(scope, message, outbox, lease, CHANNEL_DISCONNECTED);
    }
    if (isTooOld(message, outbox)) return this.giveUp(scope, message, outbox, lease);
    if (isUncertain(outbox)) {
      if (await this.delivery.hasNewsAhead(scope, message)) return this.listen(scope, message, outbox, lease);
      if (!isRepeatable) return this.leaveToPerson(scope, message, outbox, lease);
    }
    const allowedAt = await this.quotas.allowedAt(scope, message);
    const waitMs = allowedAt.getTime() - Date.now();
    if (waitMs > MAX_WAIT_IN_PLACE_MS) return this.awaitLimit(scope, message, outbox, lease, allowedAt);
    if (waitMs > 0) await delay(waitMs, undefined, { signal: lease.signal });
    return this.callLimits.run(scope, () => this.call(scope, message, outbox, lease, isRecorded && isRepeatable));
  }

  /** Not awaited: only screens show it. */
  private noteHealth(scope: CompanyScope, { channel_id }: Message, result: SendResult): void {
    if (!channel_id) return;
    const account = { scope, _id: channel_id.toHexString() };
    if (result.outcome === 'sent') void this.health.sent(account);
    else if (isAboutChannel(result)) void this.health.sendFailed(account, result);
    else if (result.code === 'THREAD_TAKEN') void this.health.heldByAnotherApp(account, new Date());
  }

  /** Lets a message wait without a try. @param ahead the message that it waits for */
  queueBehind(scope: CompanyScope, message: Message, ahead: Message, { fence }: LockLease): Promise<Message> {
    const { outbox } = message;
    if (!outbox) return Promise.resolve(message);
    const waiting = { ...outbox, attempts: withoutPending(outbox.attempts), ...waitBehind(ahead) };
    return this.settlement.waiting(scope, message, fence, waiting, isHeldBack(ahead) ? ahead.error : null);
  }

  /** @param isReady whether the try is stored and needs no other write */
  private async call(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    lease: LockLease,
    isReady: boolean,
  ): Promise<Message> {
    const now = new Date();
    // The wait for a slot may have been long.
    if (isTooOld(message, outbox)) return this.giveUp(scope, message, outbox, lease);
    const recorded = isReady ? message : await this.record(scope, message, outbox, lease, now);
    // A receipt or another process was faster.
    if (!isReady && !isUnderWay(recorded, lease)) return recorded;
    crashPoint('outbox.calling');
    const result = await this.delivery.deliver(scope, recorded, lease.signal, {
      beforePart: () => this.guard.whyStopped(scope, recorded),
      onPartSent: (pieceIndex, externalId) =>
        this.settlement.partSent(scope, recorded, lease.fence, pieceIndex, externalId),
    });
    crashPoint('outbox.called');
    await this.quotas.note(scope, recorded, result);
    this.noteHealth(scope, recorded, result);
    const tried = recorded.outbox ?? outbox;
    this.metrics.eventsOut.inc({ channel: message.platform, outcome: result.outcome });
    if (result.outcome !== 'sent') return this.settleFailure(scope, recorded, tried, lease, result);
    const settled = { ...withoutDue(tried), attempts: closeAttempt(tried.attempts, 'sent') };
    return this.settlement.sent(scope, recorded, lease.fence, settled, result.externalId);
  }

  private async settleFailure(
    scope: CompanyScope,
    message: Message,
    tried: Outbox,
    lease: LockLease,
    failure: SendFailure,
  ): Promise<Message> {
    const after = { ...tried, attempts: closeAttempt(tried.attempts, failure.outcome, failure.code) };
    if (failure.code === CHANNEL_DISCONNECTED.code) return this.awaitChannel(scope, message, after, lease, failure);
    if (failure.class === 'throttle' && limitedTries(after) <= MAX_LIMITED_TRIES) {
      return this.afterLimit(scope, message, after, lease, failure);
    }
    const retryAt = nextTry(after, failure, await this.confirmationWait(scope, message), new Date());
    const error = errorOf(failure);
    if (retryAt) return this.settlement.waiting(scope, message, lease.fence, { ...after, due_at: retryAt }, error);
    return this.settlement.failed(scope, message, lease.fence, withoutDue(after), error);
  }

  private awaitChannel(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LockLease,
    reason: SendFailure,
  ): Promise<Message> {
    return this.settlement.waiting(scope, message, fence, waitingForChannel(outbox, new Date()), errorOf(reason));
  }

  private async afterLimit(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    lease: LockLease,
    failure: SendFailure,
  ): Promise<Message> {
    // SENDING_LIMITED pauses the whole channel, and that pause grows by itself.
    const earlier = failure.code === SENDING_LIMITED.code ? 0 : limitedTries(outbox) - 1;
    const pauseMs = Math.max(limitPauseMs(earlier), failure.retryAfterMs ?? 0);
    const allowedAt = await this.quotas.allowedAt(scope, message);
    const until = new Date(Math.max(allowedAt.getTime(), Date.now() + pauseMs));
    return this.awaitLimit(scope, message, outbox, lease, until, failure);
  }

  /** Shows staff the reason only for a noticeable wait. */
  private awaitLimit(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LockLease,
    until: Date,
    reason = SENDING_LIMITED,
  ): Promise<Message> {
    const isNoticed = until.getTime() - Date.now() > UNNOTICED_WAIT_MS;
    const error = isNoticed ? errorOf(reason) : null;
    return this.settlement.waiting(scope, message, fence, waitingForLimit(outbox, until), error);
  }

  private async record(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LockLease,
    now: Date,
  ): Promise<Message> {
    const attempts = beginAttempt(outbox.attempts, now);
    const recorded = await this.settlement.waiting(scope, message, fence, { ...outbox, attempts }, message.error);
    crashPoint('outbox.recorded');
    return recorded;
  }

  /** The process of the last try died: waits for an echo or a receipt. */
  private async reconcile(
    scope: CompanyScope,
    message: Message,
    outbox: Outbox,
    { fence }: LockLease,
  ): Promise<Message> {
    const attempts = closeAttempt(outbox.attempts, 'unknown', 'INTERRUPTED');
    // From now on, because no process may have listened before.
    const due_at = new Date(Date.now() + (await this.confirmationWait(scope, message)));
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

  private listen(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LockLease): Promise<Message> {
    const due_at = new Date(Date.now() + NEWS_PAUSE_MS);
    return this.settlement.waiting(scope, message, fence, { ...outbox, due_at }, message.error);
  }

  /** Only a person can find out whether it arrived. A late echo still settles it. */
  private leaveToPerson(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LockLease): Promise<Message> {
    return this.settlement.failed(scope, message, fence, withoutDue(outbox), UNCONFIRMED);
  }

  private async confirmationWait(scope: CompanyScope, message: Message): Promise<number> {
    return confirmationWaitMs(await this.delivery.isRepeatable(scope, message));
  }

  private giveUp(scope: CompanyScope, message: Message, outbox: Outbox, { fence }: LockLease): Promise<Message> {
    const error = message.error ?? { code: 'GAVE_UP', message: 'The message could not be sent in time' };
    return this.settlement.failed(scope, message, fence, withoutDue(outbox), error);
  }
}

function errorOf({ code, message, details }: SendFailure): MessageError {
  return { code, message, ...(details ? { details } : {}) };
}

/** This try is stored under this lease. */
function isUnderWay({ outbox }: Message, { fence }: LockLease): boolean {
  return outbox?.due_at !== undefined && outbox.fence === fence && outbox.attempts.at(-1)?.outcome === 'calling';
}

function isTooOld(message: Message, { give_up_at }: Outbox): boolean {
  return new Date() > give_up_at && !waitsForLimit(message);
}

function withoutDue({ due_at: _due, ...outbox }: Outbox): Outbox {
  return outbox;
}
