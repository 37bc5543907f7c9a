import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, type Page, type PageRequest, VersionedRepository } from '../../../core/tenancy/index.js';
import { WebhookEndpoint, type WebhookFailure } from './schemas/webhook-endpoint.schema.js';

const BY_AGE = { field: '_id', direction: 1 } as const;
const REASON = 'deliver outgoing webhooks';

@Injectable()
export class WebhookEndpointsRepository extends VersionedRepository<WebhookEndpoint> {
  constructor(@InjectModel(WebhookEndpoint.name) model: Model<WebhookEndpoint>) {
    super(model, 'Webhook endpoint');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<WebhookEndpoint>> {
    return this.page(scope, {}, BY_AGE, request);
  }

  all(scope: CompanyScope): Promise<WebhookEndpoint[]> {
    return this.find(scope, {}, { sort: { _id: 1 } });
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  async activeIds(scope: CompanyScope): Promise<Types.ObjectId[]> {
    const options = { projection: { _id: 1 } };
    return (await this.collection.find(scope, { active: true }, options)).map(({ _id }) => _id);
  }

  /** Active endpoints of all companies, by id. */
  activeAfter(last: Types.ObjectId | undefined, limit: number): Promise<WebhookEndpoint[]> {
    const filter = { active: true, ...(last && { _id: { $gt: last } }) };
    return this.collection.findAcrossCompanies(REASON, filter, { sort: { _id: 1 }, limit });
  }

  /**
   * Notes that all events up to `cursor` have their delivery.
   * @returns false if the endpoint was set back meanwhile
   */
  advance(scope: CompanyScope, seen: WebhookEndpoint, cursor: number, recorded_until: Date): Promise<boolean> {
    const unchanged = { _id: seen._id, cursor: seen.cursor };
    return this.collection.updateOne(scope, unchanged, { $set: { cursor, recorded_until } });
  }

  /** Lowers the cursor, so that the events after it get a delivery if they have none. */
  async setBack(scope: CompanyScope, _id: Types.ObjectId, cursor: number): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $min: { cursor } });
  }

  /** @returns the endpoint if it failed before or this is its first success, else null */
  async recordSuccess(scope: CompanyScope, _id: Types.ObjectId, at: Date): Promise<WebhookEndpoint | null> {
    const healed = { $set: { failing_since: null, last_success_at: at } };
    const isNews = { _id, $or: [{ failing_since: { $ne: null } }, { last_success_at: null }] };
    const endpoint = await this.collection.findOneAndUpdate(scope, isNews, healed);
    if (!endpoint) await this.collection.updateOne(scope, { _id }, { $set: { last_success_at: at } }, 'derived');
    return endpoint;
  }

  /** @returns the endpoint if it did not fail before, else null */
  async recordFailure(
    scope: CompanyScope,
    _id: Types.ObjectId,
    failure: WebhookFailure,
  ): Promise<WebhookEndpoint | null> {
    const first = { $set: { failing_since: failure.at, last_failure: failure } };
    const endpoint = await this.collection.findOneAndUpdate(scope, { _id, failing_since: null }, first);
    if (!endpoint) await this.collection.updateOne(scope, { _id }, { $set: { last_failure: failure } }, 'derived');
    return endpoint;
  }

  /** Switches an endpoint off that has failed since a time before this one; null if there is no reason to. */
  disable(scope: CompanyScope, _id: Types.ObjectId, failedBefore: Date): Promise<WebhookEndpoint | null> {
    const hasOnlyFailed = { _id, active: true, failing_since: { $lt: failedBefore } };
    const off = { active: false, disabled_at: new Date(), disabled_mail_due: true };
    return this.collection.findOneAndUpdate(scope, hasOnlyFailed, { $set: off, $inc: { revision: 1 } });
  }

  async owingMail(limit: number): Promise<WebhookEndpoint[]> {
    return this.collection.findAcrossCompanies(REASON, { disabled_mail_due: { $exists: true } }, { limit });
  }

  async mailSent(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $unset: { disabled_mail_due: 1 } });
  }
}
