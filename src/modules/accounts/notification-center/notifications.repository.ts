import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, TenantRepository } from '../../../core/tenancy/index.js';
import { Notification, type NotificationType } from './schemas/notification.schema.js';

/** Older notifications are deleted. */
const KEPT_FOR_EACH_USER = 100;

const NEWEST_FIRST = { field: '_id', direction: -1 } as const;

export type NewNotification = Pick<Notification, 'type' | 'key' | 'data' | 'words'>;

@Injectable()
export class NotificationsRepository extends TenantRepository<Notification> {
  constructor(@InjectModel(Notification.name) model: Model<Notification>) {
    super(model, 'Notification');
  }

  /** A second call with the same key stores nothing. */
  async addOnce(scope: CompanyScope, userId: Types.ObjectId, notification: NewNotification): Promise<void> {
    try {
      await this.create(scope, { ...notification, user_id: userId });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    await this.dropOld(scope, userId);
  }

  findByKey(scope: CompanyScope, userId: Types.ObjectId, key: string): Promise<Notification | null> {
    return this.findOne(scope, { user_id: userId, key });
  }

  listOf(scope: CompanyScope, userId: Types.ObjectId, request: PageRequest): Promise<Page<Notification>> {
    return this.page(scope, { user_id: userId }, NEWEST_FIRST, request);
  }

  unreadCount(scope: CompanyScope, userId: Types.ObjectId): Promise<number> {
    return this.count(scope, { user_id: userId, read_at: null });
  }

  /** @param ids undefined: all */
  markRead(scope: CompanyScope, userId: Types.ObjectId, ids?: readonly Types.ObjectId[]): Promise<number> {
    const filter = { user_id: userId, read_at: null, ...(ids ? { _id: { $in: [...ids] } } : {}) };
    return this.updateMany(scope, filter, { $set: { read_at: new Date() } });
  }

  /** Marks notifications of all users about the channel as read. */
  async markReadOfChannel(scope: CompanyScope, channelId: string, types: readonly NotificationType[]): Promise<void> {
    const filter = { 'data.channel_id': channelId, type: { $in: [...types] }, read_at: null };
    await this.updateMany(scope, filter, { $set: { read_at: new Date() } });
  }

  async deleteOfMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.model.deleteMany(this.scoped(scope, { 'data.message_id': messageId.toHexString() }));
  }

  async deleteOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.model.deleteMany(this.scoped(scope, { 'data.contact_id': contactId.toHexString() }));
  }

  private async dropOld(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    const [oldest] = await this.model
      .find(this.scoped(scope, { user_id: userId }), { _id: 1 })
      .sort({ _id: -1 })
      .skip(KEPT_FOR_EACH_USER)
      .limit(1)
      .lean<Pick<Notification, '_id'>[]>();
    if (oldest) await this.model.deleteMany(this.scoped(scope, { user_id: userId, _id: { $lte: oldest._id } }));
  }
}
