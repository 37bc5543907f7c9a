import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactIdentities } from '../../contacts/index.js';
import { MessagesRepository } from '../messages.repository.js';
import type { Message } from '../schemas/message.schema.js';
import type { MessageStatus } from '../schemas/message-types.js';
import { parseCorrelation } from '../sending/correlation.js';
import { OutboxSettlement } from '../sending/outbox-settlement.js';
import { mayBeOut, takenByPlatform } from '../sending/outbox-state.js';
import type { InboundChannel, InboundOutcome, InboundStatus } from './inbound-event.js';

/** From which statuses a receipt may lead to its own: the rank only grows, and failing is for what is not delivered. */
const COMES_AFTER: Readonly<Record<InboundStatus['status'], readonly MessageStatus[]>> = {
  sent: ['queued'],
  delivered: ['queued', 'sent'],
  read: ['queued', 'sent', 'delivered'],
  failed: ['queued', 'sent'],
};

/** Delivery progress: ticks that only go forward, whatever order the receipts come in. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly identities: ContactIdentities,
    private readonly settlement: OutboxSettlement,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundStatus): Promise<InboundOutcome> {
    const { found, part, isComplete } = await this.targets(scope, channel, event);
    const changed = await Promise.all(found.map((message) => this.advance(scope, message, event, part)));
    if (!isComplete) return 'unknown_target';
    return changed.some(Boolean) ? 'applied' : 'duplicate';
  }

  /** The provider showed the message back to us: it is out, whatever our own call came to. */
  async confirmSent(scope: CompanyScope, message: Message, externalId: string): Promise<void> {
    const set = { ...takenByPlatform(), external_id: externalId, updated_at: '$$NOW' };
    try {
      const confirmed = await this.messages.change(scope, message._id, { external_id: { $exists: false } }, [
        { $set: set },
        { $unset: 'outbox.due_at' },
      ]);
      crashPoint('echo.confirmed');
      if (confirmed && confirmed.status !== message.status) await this.settlement.announce(scope, confirmed);
    } catch (error) {
      // Another message has the id; the echo is known then.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** For an event that a crash may have kept from being told of. */
  tellAgain(scope: CompanyScope, message: Message): Promise<void> {
    return this.settlement.announceAgain(scope, message);
  }

  private async advance(
    scope: CompanyScope,
    message: Message,
    event: InboundStatus,
    part = lastPart(message),
  ): Promise<boolean> {
    const { status, error } = event;
    const set = {
      status,
      updated_at: new Date(),
      error: status === 'failed' ? (error ?? { code: 'FAILED', message: 'The platform could not deliver it' }) : null,
      ...(status === 'delivered' || status === 'read' ? { delivered: true } : {}),
      ...(status === 'read' ? { read: true } : {}),
      ...(status === 'failed' && part >= 0 ? { [`outbox.parts.${part}`]: null } : {}),
    };
    const condition = { direction: 'outbound', status: { $in: COMES_AFTER[status] } };
    const advanced = await this.messages.change(scope, message._id, condition, {
      $set: set,
      $unset: { 'outbox.due_at': true },
    });
    if (!advanced) {
      if (event.is_repeated && message.status === status) await this.tellAgain(scope, message);
      return false;
    }
    crashPoint('receipt.advanced');
    await this.settlement.announce(scope, advanced);
    if (status === 'failed') await this.settlement.reopen(scope, advanced);
    return true;
  }

  /** `isComplete` is false while a message it speaks of is not here: a receipt may overtake the send's own answer. */
  private async targets(scope: CompanyScope, channel: InboundChannel, event: InboundStatus): Promise<Targets> {
    const channelId = toObjectId(channel._id);
    const { external_ids, watermark, correlation_id } = event;
    const byId = await this.messages.findByExternalIds(scope, channelId, external_ids);
    const correlation = parseCorrelation(correlation_id);
    if (byId.length < external_ids.length && correlation) {
      const { messageId, part } = correlation;
      const correlated = await this.messages.findById(scope, messageId);
      if (correlated && part !== undefined) {
        // The rest of the message may not be out: one part can fail it, but not settle it.
        return { found: event.status === 'failed' ? [correlated] : [], part, isComplete: true };
      }
      if (correlated) {
        const [externalId] = external_ids;
        // The send's own answer was lost: from now on the provider's name of the message is known.
        if (externalId && event.status !== 'failed') await this.confirmSent(scope, correlated, externalId);
        return { found: [correlated], isComplete: true };
      }
    }
    if (!watermark) return { found: byId, isComplete: byId.length === external_ids.length };
    const upTo = await this.upToWatermark(scope, channel, event.customer_id, watermark, COMES_AFTER[event.status]);
    return { ...upTo, found: [...byId, ...upTo.found] };
  }

  private async upToWatermark(
    scope: CompanyScope,
    channel: InboundChannel,
    customerId: string,
    watermark: Date,
    below: readonly MessageStatus[],
  ): Promise<Targets> {
    const identity = await this.identities.lookup(scope, {
      inbox: channel._id,
      platform: channel.platform,
      external_id: customerId,
    });
    if (!identity) return { found: [], isComplete: true };
    const [unsettled, confirmed] = await Promise.all([
      this.messages.unsettled(scope, identity._id),
      this.messages.confirmedUpTo(scope, identity._id, watermark, below),
    ]);
    // A message whose answer is not here yet may be among those that are meant; one that was tried later is not.
    const isMeant = (message: Message): boolean => triedAt(message) <= watermark;
    const isComplete = !unsettled.some((message) => message.outbox && mayBeOut(message.outbox) && isMeant(message));
    return { found: confirmed.filter(isMeant), isComplete };
  }
}

/** Messages that a receipt speaks of, and of which part of them. */
interface Targets {
  found: Message[];
  part?: number;
  isComplete: boolean;
}

/** -1 where no part is out. */
function lastPart({ outbox }: Message): number {
  return (outbox?.parts.length ?? 0) - 1;
}

/** Retries are made long after a message was written. */
function triedAt({ outbox, sent_at }: Message): Date {
  return outbox?.attempts.at(-1)?.at ?? sent_at;
}
