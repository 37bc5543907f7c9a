import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { IdentityResolver } from '../../../customers/contacts/index.js';
import {
  hasChange,
  type Message,
  MessagesRepository,
  type MessageStatus,
  StatusAnnouncer,
  withChangeTo,
} from '../../message-log/index.js';
import {
  lastPieceIndexOf,
  mayBeOut,
  OutboxRepository,
  OutboxSettlement,
  parseCorrelation,
  takenByPlatform,
  withExternalId,
} from '../../message-sending/index.js';
import type { InboundChannel, InboundOutcome, InboundStatus } from './inbound-event.js';

/** The statuses that a receipt may replace. */
const COMES_AFTER: Readonly<Record<InboundStatus['status'], readonly MessageStatus[]>> = {
  sent: ['queued'],
  delivered: ['queued', 'sent'],
  read: ['queued', 'sent', 'delivered'],
  failed: ['queued', 'sent'],
};

/** Statuses only go forward, in whatever order the receipts come. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly outbox: OutboxRepository,
    private readonly identities: IdentityResolver,
    private readonly settlement: OutboxSettlement,
    private readonly statuses: StatusAnnouncer,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundStatus): Promise<InboundOutcome> {
    const outcome = await this.applyToKnown(scope, channel, event);
    if (outcome !== 'unknown_target') return outcome;
    if (await this.hasOpenReply(scope, channel, event)) return 'undecided';
    // The reply may have been settled between the two looks.
    return this.applyToKnown(scope, channel, event);
  }

  private async applyToKnown(
    scope: CompanyScope,
    channel: InboundChannel,
    event: InboundStatus,
  ): Promise<InboundOutcome> {
    const { targets, isComplete } = await this.targets(scope, channel, event);
    const changed = await Promise.all(targets.map((target) => this.advance(scope, target, event)));
    if (!isComplete) return 'unknown_target';
    return changed.some(Boolean) ? 'applied' : 'duplicate';
  }

  /**
   * Stores the provider's id of pieces, which proves that they were sent. The last piece settles the message.
   * @returns false if one of the pieces has an id already
   */
  async confirm(
    scope: CompanyScope,
    message: Message,
    pieceIndexes: readonly number[],
    externalId: string,
  ): Promise<boolean> {
    const external_ids = withExternalId(message, pieceIndexes, externalId);
    const isAllOut = pieceIndexes.includes(lastPieceIndexOf(message));
    const free = Object.fromEntries(pieceIndexes.map((pieceIndex) => [`external_ids.${pieceIndex}`, null]));
    const change = new Types.ObjectId();
    const taken = { ...takenByPlatform(), unannounced_changes: withChangeTo(takenByPlatform(), change) };
    const settled = isAllOut ? { ...taken, external_id: externalId, updated_at: '$$NOW' } : {};
    try {
      const confirmed = await this.messages.change(scope, message._id, free, [
        { $set: { external_ids, ...settled } },
        ...(isAllOut ? [{ $unset: 'outbox.due_at' }] : []),
      ]);
      crashPoint('echo.confirmed');
      if (confirmed && hasChange(confirmed, change)) await this.statuses.announce(scope, confirmed, [change]);
      if (confirmed && isAllOut) await this.releaseBehind(scope, message);
      return confirmed !== null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return true;
    }
  }

  private async advance(scope: CompanyScope, target: ReceiptTarget, event: InboundStatus): Promise<boolean> {
    const { message, pieceIndex } = target;
    const { status, error } = event;
    // Other pieces may not be sent yet: one piece can fail the message, but not settle it.
    if (pieceIndex < lastPieceIndexOf(message) && status !== 'failed') return false;
    const set = {
      status,
      updated_at: new Date(),
      error: status === 'failed' ? (error ?? { code: 'FAILED', message: 'The platform could not deliver it' }) : null,
      ...(status === 'delivered' || status === 'read' ? { delivered: true } : {}),
      ...(status === 'read' ? { read: true } : {}),
      ...(status === 'failed' && message.external_ids?.[pieceIndex] ? { [`external_ids.${pieceIndex}`]: null } : {}),
    };
    const condition = { direction: 'outbound', status: { $in: COMES_AFTER[status] } };
    const change = new Types.ObjectId();
    const advanced = await this.messages.change(scope, message._id, condition, {
      $set: set,
      $unset: { 'outbox.due_at': true },
      $push: { unannounced_changes: change },
    });
    if (!advanced) return false;
    crashPoint('receipt.advanced');
    await this.statuses.announce(scope, advanced, [change]);
    await this.releaseBehind(scope, message);
    if (status === 'failed') await this.settlement.reopen(scope, advanced);
    return true;
  }

  /** Messages behind this one need not wait any longer. */
  private async releaseBehind(scope: CompanyScope, { outbox, conversation_id }: Message): Promise<void> {
    if (outbox?.due_at) await this.outbox.releaseWaiting(scope, conversation_id);
  }

  /** `isComplete` is false while one of the messages is not stored. */
  private async targets(scope: CompanyScope, channel: InboundChannel, event: InboundStatus): Promise<Targets> {
    const { external_ids, watermark } = event;
    const known = await this.messages.findByExternalIds(scope, toObjectId(channel._id), external_ids);
    const byId = external_ids.map((id) => targetOf(known, id)).filter((target) => target !== undefined);
    const isComplete = byId.length === external_ids.length;
    const correlated = isComplete ? undefined : await this.correlated(scope, event);
    if (correlated) return { targets: [correlated], isComplete: true };
    if (!watermark) return { targets: byId, isComplete };
    const upTo = await this.upToWatermark(scope, channel, event, watermark);
    return { ...upTo, targets: [...byId, ...upTo.targets] };
  }

  private async correlated(
    scope: CompanyScope,
    { correlation_id, external_ids, status }: InboundStatus,
  ): Promise<ReceiptTarget | undefined> {
    const correlation = parseCorrelation(correlation_id);
    const message = correlation && (await this.messages.findById(scope, correlation.messageId));
    if (!message) return undefined;
    const pieceIndex = correlation?.part ?? lastPieceIndexOf(message);
    const [externalId] = external_ids;
    // The answer of the send was lost; the receipt names the piece.
    if (externalId && status !== 'failed') await this.confirm(scope, message, [pieceIndex], externalId);
    return { message, pieceIndex };
  }

  private async upToWatermark(
    scope: CompanyScope,
    channel: InboundChannel,
    { customer_id, status }: InboundStatus,
    watermark: Date,
  ): Promise<Targets> {
    const identity = await this.identityOf(scope, channel, customer_id);
    if (!identity) return { targets: [], isComplete: true };
    const [unsettled, confirmed] = await Promise.all([
      this.messages.unsettled(scope, identity._id),
      this.messages.confirmedUpTo(scope, identity._id, watermark, COMES_AFTER[status]),
    ]);
    // Includes a message whose answer is not here yet, but none that was tried later.
    const isMeant = (message: Message): boolean => triedAt(message) <= watermark;
    const isComplete = !unsettled.some((message) => message.outbox && mayBeOut(message.outbox) && isMeant(message));
    const targets = confirmed.filter(isMeant).map((message) => ({ message, pieceIndex: lastPieceIndexOf(message) }));
    return { targets, isComplete };
  }

  /** Whether a reply to the customer may be out whose id is not known yet: the receipt may speak of it. */
  private async hasOpenReply(
    scope: CompanyScope,
    channel: InboundChannel,
    { customer_id }: InboundStatus,
  ): Promise<boolean> {
    const identity = await this.identityOf(scope, channel, customer_id);
    const unsettled = identity ? await this.messages.unsettled(scope, identity._id) : [];
    return unsettled.some(({ outbox }) => outbox && mayBeOut(outbox));
  }

  private identityOf(scope: CompanyScope, { _id, platform }: InboundChannel, customerId: string) {
    return this.identities.lookup(scope, { inbox: _id, platform, external_id: customerId });
  }
}

interface ReceiptTarget {
  message: Message;
  pieceIndex: number;
}

interface Targets {
  targets: ReceiptTarget[];
  isComplete: boolean;
}

function targetOf(messages: readonly Message[], externalId: string): ReceiptTarget | undefined {
  const byPiece = messages.find(({ external_ids }) => external_ids?.includes(externalId));
  if (byPiece)
    return { message: byPiece, pieceIndex: byPiece.external_ids?.indexOf(externalId) ?? lastPieceIndexOf(byPiece) };
  const message = messages.find(({ external_id }) => external_id === externalId);
  return message && { message, pieceIndex: lastPieceIndexOf(message) };
}

function triedAt({ outbox, sent_at }: Message): Date {
  return outbox?.attempts.at(-1)?.at ?? sent_at;
}
