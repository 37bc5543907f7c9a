import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from './contact-documents.js';
import { Identity, type IdentityProfile, type OptIn, type ReplyWindow } from './schemas/identity.schema.js';
import type { Platform } from './schemas/platform.js';

export type NewIdentity = Pick<
  Identity,
  'inbox' | 'platform' | 'external_id' | 'keys' | 'contact_id' | 'channel_id' | 'profile'
>;

@Injectable()
export class IdentitiesRepository extends TenantRepository<Identity> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Identity.name) model: Model<Identity>) {
    super(model, 'Identity');
  }

  findByKeys(scope: CompanyScope, inbox: string, keys: readonly string[]): Promise<Identity[]> {
    return this.collection.find(scope, { inbox, keys: { $in: keys } });
  }

  ofContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<Identity[]> {
    return this.collection.find(scope, { contact_id: contactId }, { sort: { updated_at: -1 } });
  }

  ofMany(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<Identity[]> {
    return this.collection.find(scope, { contact_id: { $in: [...contactIds] } });
  }

  /** @returns null if another caller was first with one of the keys */
  async insert(scope: CompanyScope, fields: NewIdentity): Promise<Identity | null> {
    const now = new Date();
    const rest = { opt_ins: [], reply_window: null, merge_marks: [], created_at: now, updated_at: now };
    try {
      return await this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...fields, ...rest });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** For an identity that an outbound message made before its channel was known. */
  async adopt(
    scope: CompanyScope,
    from: { inbox: string; keys: readonly string[] },
    to: { inbox: string; channel_id: Types.ObjectId | null; external_id: string },
  ): Promise<Identity | null> {
    return this.write(scope, { inbox: from.inbox, keys: { $in: from.keys } }, { $set: to });
  }

  /** @returns null if another identity has one of the keys */
  async learn(
    scope: CompanyScope,
    id: Types.ObjectId,
    news: { keys: readonly string[]; external_id: string; profile: IdentityProfile },
  ): Promise<Identity | null> {
    const profile = Object.fromEntries(Object.entries(news.profile).map(([name, value]) => [`profile.${name}`, value]));
    const update = { $set: { external_id: news.external_id, ...profile }, $addToSet: { keys: { $each: news.keys } } };
    return this.write(scope, { _id: id }, update);
  }

  repoint(scope: CompanyScope, id: Types.ObjectId, from: Types.ObjectId, to: Types.ObjectId): Promise<Identity | null> {
    return this.write(scope, { _id: id, contact_id: from }, { $set: { contact_id: to } });
  }

  /** Only forward, in whatever order events arrive. */
  async moveWindow(scope: CompanyScope, id: Types.ObjectId, window: ReplyWindow): Promise<Identity | null> {
    const earlier = [{ reply_window: null }, { 'reply_window.expires_at': { $lt: window.expires_at } }];
    return this.write(scope, { _id: id, $or: earlier }, { $set: { reply_window: window } });
  }

  async recordOptIn(scope: CompanyScope, id: Types.ObjectId, optIn: OptIn): Promise<void> {
    const newer = { topic: optIn.topic, at: { $gt: optIn.at } };
    const others = { $filter: { input: '$opt_ins', cond: { $ne: ['$$this.topic', { $literal: optIn.topic }] } } };
    const value = { $concatArrays: [others, [{ $literal: optIn }]] };
    await this.collection.updateOne(scope, { _id: id, opt_ins: { $not: { $elemMatch: newer } } }, [
      { $set: { opt_ins: value, updated_at: '$$NOW' } },
    ]);
  }

  async noteProfileCheck(scope: CompanyScope, id: Types.ObjectId, at: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { profile_checked_at: at } });
  }

  async platformsOf(scope: CompanyScope, contactId: Types.ObjectId): Promise<Platform[]> {
    const identities = await this.ofContact(scope, contactId);
    return [...new Set(identities.map(({ platform }) => platform))];
  }

  private async write(
    scope: CompanyScope,
    filter: Parameters<typeof this.collection.findOneAndUpdate>[1],
    update: Record<string, Record<string, unknown>>,
  ): Promise<Identity | null> {
    const stamped = { ...update, $set: { ...update['$set'], updated_at: new Date() } };
    try {
      return await this.collection.findOneAndUpdate(scope, filter, stamped);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }
}
