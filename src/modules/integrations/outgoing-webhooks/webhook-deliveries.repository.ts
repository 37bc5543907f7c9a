import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
import {
  type EventCopies,
  type EventRedaction,
  RealtimeService,
  redactionsOfContact,
  redactionsOfMessage,
} from '../../../core/realtime/index.js';
import { type CompanyScope, type Page, type PageRequest, TenantRepository } from '../../../core/tenancy/index.js';
import { type DeliveryAttempt, type DeliveryStatus, WebhookDelivery } from './schemas/webhook-delivery.schema.js';
import { MAX_KEPT_ATTEMPTS } from './webhook-limits.js';

const NEWEST_FIRST = { field: '_id', direction: -1 } as const;
const BY_DUE_TIME = { next_attempt_at: 1, seq: 1 } as const;
const PURGE_BATCH = 1_000;

export type NewDelivery = Pick<
  WebhookDelivery,
  'endpoint_id' | 'event_id' | 'seq' | 'event' | 'occurred_at' | 'data' | 'status' | 'attempts' | 'tries'
> & { readonly next_attempt_at?: Date };

/** The copy of an event's data in a delivery. */
export type EventCopy = Pick<WebhookDelivery, '_id' | 'event_id' | 'data'>;

/** The result of one attempt. */
export interface DeliveryOutcome {
  readonly status: DeliveryStatus;
  readonly attempt: DeliveryAttempt;
  readonly next_attempt_at?: Date;
}

@Injectable()
export class WebhookDeliveriesRepository
  extends TenantRepository<WebhookDelivery>
  implements EventCopies, OnModuleInit
{
  constructor(
    @InjectModel(WebhookDelivery.name) model: Model<WebhookDelivery>,
    private readonly realtime: RealtimeService,
  ) {
    super(model, 'Delivery');
  }

  onModuleInit(): void {
    this.realtime.addCopies(this);
  }

  list(
    scope: CompanyScope,
    endpoint_id: Types.ObjectId,
    status: DeliveryStatus | undefined,
    request: PageRequest,
  ): Promise<Page<WebhookDelivery>> {
    return this.page(scope, { endpoint_id, ...(status && { status }) }, NEWEST_FIRST, request);
  }

  /** @throws AppError NOT_FOUND */
  async getOf(scope: CompanyScope, endpoint_id: Types.ObjectId, _id: Types.ObjectId): Promise<WebhookDelivery> {
    const delivery = await this.findOne(scope, { _id, endpoint_id });
    if (!delivery) throw AppError.notFound('Delivery');
    return delivery;
  }

  /** Skips stored deliveries: a process may have died right after it stored them. */
  async record(scope: CompanyScope, deliveries: readonly NewDelivery[]): Promise<void> {
    const now = new Date();
    const stamp = { company_id: scope.companyId, created_at: now, updated_at: now };
    const docs = deliveries.map((delivery) => ({ _id: new Types.ObjectId(), ...delivery, ...stamp }));
    try {
      await this.collection.insertMany(docs);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  copiesOf(scope: CompanyScope, endpoint_id: Types.ObjectId, event_ids: readonly string[]): Promise<EventCopy[]> {
    const options = { projection: { event_id: 1, data: 1 } };
    return this.collection.find(scope, { endpoint_id, event_id: { $in: event_ids } }, options);
  }

  async changeData(scope: CompanyScope, _id: Types.ObjectId, data: Record<string, unknown>): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $set: { data, updated_at: new Date() } });
  }

  async nextDue(scope: CompanyScope, endpoint_id: Types.ObjectId, now: Date): Promise<WebhookDelivery | undefined> {
    const filter = { endpoint_id, next_attempt_at: { $lte: now } };
    return (await this.collection.find(scope, filter, { sort: BY_DUE_TIME, limit: 1 }))[0];
  }

  /** When the next attempt to this endpoint is due. */
  async nextDueAt(scope: CompanyScope, endpoint_id: Types.ObjectId): Promise<Date | undefined> {
    const filter = { endpoint_id, next_attempt_at: { $exists: true } };
    const options = { sort: BY_DUE_TIME, limit: 1, projection: { next_attempt_at: 1 } };
    return (await this.collection.find(scope, filter, options))[0]?.next_attempt_at;
  }

  /** @returns null if a replay or another process changed it since it was read */
  settle(
    scope: CompanyScope,
    { _id, tries }: WebhookDelivery,
    { status, attempt, next_attempt_at }: DeliveryOutcome,
  ): Promise<WebhookDelivery | null> {
    const update = {
      $set: { status, updated_at: new Date(), ...(next_attempt_at && { next_attempt_at }) },
      $inc: { tries: 1 },
      $push: { attempts: { $each: [attempt], $slice: -MAX_KEPT_ATTEMPTS } },
      ...(next_attempt_at ? {} : { $unset: { next_attempt_at: 1 } }),
    };
    return this.collection.findOneAndUpdate(scope, { _id, tries, status: 'pending' }, update as never);
  }

  async replayOne(scope: CompanyScope, endpoint_id: Types.ObjectId, _id: Types.ObjectId): Promise<WebhookDelivery> {
    const replayed = await this.collection.findOneAndUpdate(scope, { _id, endpoint_id, seq: { $ne: null } }, dueNow());
    if (!replayed) throw AppError.notFound('Delivery');
    return replayed;
  }

  /** @returns how many deliveries will be attempted again */
  replaySince(scope: CompanyScope, endpoint_id: Types.ObjectId, since: Date): Promise<number> {
    const filter = { endpoint_id, seq: { $ne: null }, occurred_at: { $gte: since } };
    return this.collection.updateMany(scope, filter, dueNow());
  }

  async removeOf(scope: CompanyScope, endpoint_id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { endpoint_id });
  }

  /** Deletes up to a batch of old ones. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { created_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', { created_at: { $lt: before } }, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }

  forgetMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    return this.redact(scope, redactionsOfMessage(messageId));
  }

  forgetContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    return this.redact(scope, redactionsOfContact(contactId));
  }

  /** Also redacts the answers, because an endpoint may repeat the text that it got. */
  private async redact(scope: CompanyScope, redactions: readonly EventRedaction[]): Promise<void> {
    const answers = { 'attempts.$[].response_body': '' };
    await Promise.all(
      redactions.map(({ filter, set }) => this.collection.updateMany(scope, filter, { $set: { ...set, ...answers } })),
    );
  }
}

function dueNow(): { $set: Partial<WebhookDelivery> } {
  const now = new Date();
  return { $set: { status: 'pending', tries: 0, next_attempt_at: now, updated_at: now } };
}
