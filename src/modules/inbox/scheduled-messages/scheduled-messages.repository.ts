import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { atVersion, type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { ScheduledMessage, type ScheduledReason, type ScheduledState } from './schemas/scheduled-message.schema.js';

const BY_TIME = { send_at: 1, _id: 1 } as const;
const NOT_SENDING = { state: { $ne: 'sending' as const } };

type Changes = Partial<ScheduledMessage>;

/** Each change of state is one conditional write, so that one of a claim, an edit and a cancellation wins. */
@Injectable()
export class ScheduledMessagesRepository extends TenantRepository<ScheduledMessage> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(ScheduledMessage.name) model: Model<ScheduledMessage>) {
    super(model, 'Scheduled message');
  }

  ofConversation(scope: CompanyScope, conversation_id: Types.ObjectId): Promise<ScheduledMessage[]> {
    return this.collection.find(scope, { conversation_id }, { sort: BY_TIME });
  }

  findByClientId(
    scope: CompanyScope,
    conversation_id: Types.ObjectId,
    client_id: string,
  ): Promise<ScheduledMessage | null> {
    return this.collection.findOne(scope, { conversation_id, client_id });
  }

  /** @returns the stored message, also if another call was first with its client id */
  async insertOnce(scope: CompanyScope, fields: Partial<ScheduledMessage>): Promise<ScheduledMessage> {
    try {
      return await this.create(scope, fields);
    } catch (error) {
      const { conversation_id, client_id } = fields;
      const first = isDuplicateKey(error) && conversation_id && client_id;
      const stored = first ? await this.findByClientId(scope, conversation_id, client_id) : null;
      if (!stored) throw error;
      return stored;
    }
  }

  ofContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<ScheduledMessage[]> {
    return this.collection.find(scope, { contact_id });
  }

  /** @returns null if it is being sent, is deleted, or has another version */
  edit(scope: CompanyScope, _id: Types.ObjectId, changes: Changes, version?: number): Promise<ScheduledMessage | null> {
    const update = { $set: { ...changes, updated_at: new Date() }, $inc: { revision: 1 } };
    return this.collection.findOneAndUpdate(scope, { _id, ...NOT_SENDING, ...atVersion(version) }, update);
  }

  /** @returns false if it is being sent or is deleted */
  async cancel(scope: CompanyScope, _id: Types.ObjectId): Promise<boolean> {
    return (await this.collection.deleteMany(scope, { _id, ...NOT_SENDING })) > 0;
  }

  /** @returns the number of cancelled messages */
  cancelOnReply(scope: CompanyScope, conversation_id: Types.ObjectId, reason: ScheduledReason): Promise<number> {
    const waiting = { conversation_id, state: 'scheduled' as const, cancel_on_reply: true };
    return this.collection.updateMany(scope, waiting, settled('cancelled', reason));
  }

  due(now: Date, limit: number): Promise<ScheduledMessage[]> {
    const options = { sort: { due_at: 1 as const }, limit };
    return this.collection.findAcrossCompanies('send scheduled messages', { due_at: { $lte: now } }, options);
  }

  /** Returns claimed messages, too, because later ones wait for them. */
  dueOf(scope: CompanyScope, conversation_id: Types.ObjectId, now: Date): Promise<ScheduledMessage[]> {
    const isDue = { $or: [{ due_at: { $lte: now } }, { state: 'sending' as const }] };
    return this.collection.find(scope, { conversation_id, ...isDue }, { sort: BY_TIME });
  }

  /** @param until after this time another process may claim it @returns null if it has changed meanwhile */
  claim(scope: CompanyScope, seen: ScheduledMessage, until: Date): Promise<ScheduledMessage | null> {
    const { _id, state, due_at } = seen;
    const update = { $set: { state: 'sending' as const, due_at: until, updated_at: new Date() } };
    return this.collection.findOneAndUpdate(scope, { _id, state, due_at }, update);
  }

  async noteFailing(scope: CompanyScope, _id: Types.ObjectId, since: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $set: { failing_since: since } });
  }

  /** Delays the due messages of the conversation, so that they do not fill the batch of the sweep. */
  async holdBack(scope: CompanyScope, conversation_id: Types.ObjectId, now: Date, until: Date): Promise<void> {
    await this.collection.updateMany(scope, { conversation_id, due_at: { $lte: now } }, { $set: { due_at: until } });
  }

  /** @returns false if it has changed meanwhile */
  settle(
    scope: CompanyScope,
    { _id, state, revision }: ScheduledMessage,
    to: 'failed' | 'cancelled',
    reason: ScheduledReason,
  ): Promise<boolean> {
    return this.collection.updateOne(scope, { _id, state, revision }, settled(to, reason));
  }

  async remove(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id });
  }

  /** Returns those of the keys that a scheduled message uses. */
  async usedFiles(scope: CompanyScope, keys: readonly string[]): Promise<Set<string>> {
    const rows = await this.collection.find(scope, { 'attachments.storage_key': { $in: [...keys] } });
    return new Set(rows.flatMap(({ attachments }) => attachments.flatMap(({ storage_key }) => storage_key ?? [])));
  }
}

function settled(state: ScheduledState, reason: ScheduledReason): Record<string, unknown> {
  return {
    $set: { state, reason, updated_at: new Date() },
    $unset: { due_at: true, failing_since: true },
    $inc: { revision: 1 },
  };
}
