import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  TenantRepository,
  toObjectId,
} from '../../../core/tenancy/index.js';
import { SocialEventRecord } from './schemas/social-event.schema.js';
import type { SocialEvent, SocialKind } from './social-event.js';
import { updateBy } from './social-event-update.js';

const NEWEST_FIRST = { field: 'at', direction: -1 } as const;

export interface SocialEventFilter {
  channel_id?: string;
  kind?: SocialKind;
}

@Injectable()
export class SocialEventsRepository extends TenantRepository<SocialEventRecord> {
  constructor(@InjectModel(SocialEventRecord.name) model: Model<SocialEventRecord>) {
    super(model, 'Social event');
  }

  /** Stores one report. Reports may come twice and in any order. */
  async record(scope: CompanyScope, channelId: IdLike, event: SocialEvent): Promise<void> {
    const key = { channel_id: toObjectId(channelId), key: event.key };
    const update = (): Promise<unknown> =>
      this.collection.findOneAndUpdate(scope, key, updateBy(event, new Date()), { upsert: true });
    try {
      await update();
    } catch (error) {
      // Another process has stored the event meanwhile, so the retry updates it.
      if (!isDuplicateKey(error)) throw error;
      await update();
    }
  }

  list(
    scope: CompanyScope,
    { channel_id, kind }: SocialEventFilter,
    request: PageRequest,
  ): Promise<Page<SocialEventRecord>> {
    const filter = { ...(channel_id && { channel_id: toObjectId(channel_id) }), ...(kind && { kind }) };
    return this.page(scope, filter, NEWEST_FIRST, request);
  }

  /** Comments of customers of any company that nobody has acted on yet, the oldest first. */
  unseenComments(limit: number): Promise<SocialEventRecord[]> {
    const filter = { unseen_since: { $exists: true } };
    return this.collection.findAcrossCompanies('run flows', filter, { sort: { unseen_since: 1 }, limit });
  }

  async markSeen(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $unset: { unseen_since: true } });
  }

  async removeOfAuthor(scope: CompanyScope, channelId: IdLike, ids: readonly string[]): Promise<void> {
    await this.collection.deleteMany(scope, { channel_id: toObjectId(channelId), 'author.id': { $in: [...ids] } });
  }
}
