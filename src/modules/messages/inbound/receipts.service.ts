import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactIdentities } from '../../contacts/index.js';
import { MessagesRepository } from '../messages.repository.js';
import type { Message } from '../schemas/message.schema.js';
import type { MessageStatus } from '../schemas/message-types.js';
import { OutboxSettlement } from '../sending/outbox-settlement.js';
import type { InboundChannel, InboundOutcome, InboundStatus } from './inbound-event.js';

/** From which statuses a receipt may lead to its own: the rank only grows, and failing is for what is not delivered. */
const COMES_AFTER: Readonly<Record<InboundStatus['status'], readonly MessageStatus[]>> = {
  sent: ['queued'],
  delivered: ['queued', 'sent'],
  read: ['queued', 'sent', 'delivered'],
  failed: ['queued', 'sent'],
};
const HEX_ID = /^[0-9a-f]{24}$/;

/** Delivery progress: ticks that only go forward, whatever order the receipts come in. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly identities: ContactIdentities,
    private readonly settlement: OutboxSettlement,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundStatus): Promise<InboundOutcome> {
    const { found, isComplete } = await this.targets(scope, channel, event);
    const changed = await Promise.all(found.map((message) => this.advance(scope, message, event)));
    if (!isComplete) return 'unknown_target';
    return changed.some(Boolean) ? 'applied' : 'duplicate';
  }

  /** The provider showed the message back to us: it is out, whatever our own call came to. */
  async confirmSent(scope: CompanyScope, message: Message, externalId: string): Promise<void> {
    const status = { $cond: [{ $in: ['$status', ['queued', 'failed']] }, 'sent', '$status'] };
    const set = { status, error: null, external_id: externalId, updated_at: '$$NOW' };
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

  private async advance(scope: CompanyScope, message: Message, event: InboundStatus): Promise<boolean> {
    const { status, error } = event;
    const set = {
      status,
      updated_at: new Date(),
      error: status === 'failed' ? (error ?? { code: 'FAILED', message: 'The platform could not deliver it' }) : null,
      ...(status === 'delivered' || status === 'read' ? { delivered: true } : {}),
      ...(status === 'read' ? { read: true } : {}),
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
  private async targets(
    scope: CompanyScope,
    channel: InboundChannel,
    event: InboundStatus,
  ): Promise<{ found: Message[]; isComplete: boolean }> {
    const channelId = toObjectId(channel._id);
    const { external_ids, watermark, correlation_id: id } = event;
    const byId = await this.messages.findByExternalIds(scope, channelId, external_ids);
    if (byId.length < external_ids.length && id && HEX_ID.test(id)) {
      const correlated = await this.messages.findById(scope, id);
      if (correlated) {
        const [externalId] = external_ids;
        // The send's own answer was lost: from now on the provider's name of the message is known.
        if (externalId && event.status !== 'failed') await this.confirmSent(scope, correlated, externalId);
        return { found: [correlated], isComplete: true };
      }
    }
    if (!watermark) return { found: byId, isComplete: byId.length === external_ids.length };
    const upTo = await this.upToWatermark(scope, channel, event.customer_id, watermark, COMES_AFTER[event.status]);
    return { found: [...byId, ...upTo], isComplete: true };
  }

  private async upToWatermark(
    scope: CompanyScope,
    channel: InboundChannel,
    customerId: string,
    watermark: Date,
    below: readonly MessageStatus[],
  ): Promise<Message[]> {
    const identity = await this.identities.lookup(scope, {
      inbox: channel._id,
      platform: channel.platform,
      external_id: customerId,
    });
    if (!identity) return [];
    return this.messages.confirmedUpTo(scope, identity._id, watermark, below);
  }
}
