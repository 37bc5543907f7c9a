import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { AssistantThread, type StoredSummary } from './schemas/assistant-thread.schema.js';
import type { AssistantTurn } from './schemas/assistant-turn.schema.js';

const PURGE_BATCH = 500;

/** A message that the next turn has to answer. */
export interface PendingMessage {
  readonly seq: number;
  readonly at: Date;
  /** When the turn may begin. */
  readonly due_at: Date;
}

@Injectable()
export class AssistantThreadsRepository extends TenantRepository<AssistantThread> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(AssistantThread.name) model: Model<AssistantThread>) {
    super(model, 'Assistant thread');
  }

  read(scope: CompanyScope, id: Types.ObjectId): Promise<AssistantThread | null> {
    return this.collection.findOne(scope, { _id: id });
  }

  /** @returns the stored thread */
  async begin(scope: CompanyScope, thread: Omit<AssistantThread, 'company_id'>): Promise<AssistantThread> {
    try {
      return await this.collection.insertOne(scope, thread);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.getById(scope, thread._id);
    }
  }

  /** Adds a message that nobody has answered. May be repeated. */
  async notePending(scope: CompanyScope, id: Types.ObjectId, { seq, at, due_at }: PendingMessage): Promise<void> {
    const update = {
      $addToSet: { pending: seq },
      $min: { first_unanswered_at: at },
      $max: { last_message_at: at },
      $set: { due_at, updated_at: new Date() },
    };
    await this.collection.updateOne(scope, { _id: id, handled_seq: { $lt: seq } }, update);
  }

  /** The turn is not finished until {@link finishTurn}. @throws Error if a later holder of the lock has written the thread */
  async beginTurn(scope: CompanyScope, thread: AssistantThread, dueAt: Date): Promise<void> {
    const { _id, fence, turn_id, dialogue, episode, owner_epoch, episode_since_seq } = thread;
    const ofEpisode = { dialogue, episode, owner_epoch, episode_since_seq };
    const $set = { fence, turn_id, ...ofEpisode, due_at: dueAt, updated_at: new Date() };
    const isWritten = await this.collection.updateOne(scope, { _id, fence: { $lte: fence } }, { $set });
    if (!isWritten) throw new Error(`the assistant of conversation ${_id.toHexString()} belongs to another process`);
  }

  /**
   * Stores what an ended turn leaves, unless it is stored already.
   * @param isSaid whether the customer got the text: only then the dialogue goes on
   */
  async finishTurn(scope: CompanyScope, turn: AssistantTurn, isSaid: boolean): Promise<void> {
    const { conversation_id, _id, messages, dialogue, aliases, offers, fence } = turn;
    const newest = messages.at(-1)?.seq ?? 0;
    const said = isSaid && dialogue ? { dialogue, aliases, offers } : {};
    const update = {
      $set: { ...said, restarts: 0, fence, updated_at: new Date() },
      $max: { handled_seq: newest },
      $pull: { pending: { $lte: newest } },
      $unset: { turn_id: true as const, first_unanswered_at: true as const },
    };
    const isOpen = { _id: conversation_id, turn_id: _id };
    await this.collection.updateOne(scope, isOpen, update);
  }

  /** The messages of the dropped turn stay unanswered; the next turn answers them with the newer ones. */
  async dropTurn(scope: CompanyScope, turn: AssistantTurn): Promise<void> {
    const update = { $inc: { restarts: 1 }, $unset: { turn_id: true as const }, $set: { updated_at: new Date() } };
    await this.collection.updateOne(scope, { _id: turn.conversation_id, turn_id: turn._id }, update);
  }

  /** The turn does not exist. */
  async forgetTurn(scope: CompanyScope, id: Types.ObjectId, turnId: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id, turn_id: turnId }, { $unset: { turn_id: true } });
  }

  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id: id });
  }

  /** @param before the summary that the new one replaces; nothing happens if it has changed */
  async setSummary(
    scope: CompanyScope,
    id: Types.ObjectId,
    before: StoredSummary | null,
    summary: StoredSummary,
  ): Promise<void> {
    const same = before ? { 'summary.upto_seq': before.upto_seq } : { summary: null };
    await this.collection.updateOne(scope, { _id: id, ...same }, { $set: { summary } });
  }

  /** Removes a summary that knows the message. */
  async forgetSummary(scope: CompanyScope, id: Types.ObjectId, seq: number): Promise<void> {
    await this.collection.updateOne(scope, { _id: id, 'summary.upto_seq': { $gte: seq } }, { $set: { summary: null } });
  }

  /** The customer wrote message `seq` before the question at `shown_seq` was sent. */
  async delayQuestion(scope: CompanyScope, id: Types.ObjectId, shown_seq: number, seq: number): Promise<void> {
    const filter = { _id: id, 'dialogue.pending.shown_seq': shown_seq };
    await this.collection.updateOne(scope, filter, { $set: { 'dialogue.pending.shown_seq': seq } });
  }

  /** What staff sent in place of the assistant, so that its dialogue goes on from there. */
  async takeOver(scope: CompanyScope, turn: AssistantTurn): Promise<void> {
    const { conversation_id, dialogue, aliases, offers } = turn;
    if (!dialogue) return;
    const isLast = { _id: conversation_id, turn_id: { $exists: false }, handled_seq: turn.messages.at(-1)?.seq ?? 0 };
    const $set = { dialogue: { ...dialogue, is_introduced: false }, aliases, offers, updated_at: new Date() };
    await this.collection.updateOne(scope, isLast, { $set });
  }

  /** Nothing is pending up to this message. */
  async skip(scope: CompanyScope, id: Types.ObjectId, seq: number): Promise<void> {
    const update = {
      $max: { handled_seq: seq },
      $pull: { pending: { $lte: seq } },
      $set: { restarts: 0, updated_at: new Date() },
      $unset: { first_unanswered_at: true as const },
    };
    await this.collection.updateOne(scope, { _id: id }, update);
  }

  async setDue(scope: CompanyScope, id: Types.ObjectId, at: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { due_at: at } });
  }

  /** Nothing is left to do. Call it under the lock of the conversation. */
  async rest(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const isIdle = { _id: id, turn_id: { $exists: false }, pending: { $size: 0 } };
    await this.collection.updateOne(scope, isIdle, { $unset: { due_at: true } });
  }

  /** Of any company except these, the first due first. */
  due(
    now: Date,
    except: readonly Types.ObjectId[],
    limit: number,
  ): Promise<Pick<AssistantThread, '_id' | 'company_id'>[]> {
    const others = except.length > 0 ? { company_id: { $nin: [...except] } } : {};
    const options = { sort: { due_at: 1 as const }, limit, projection: { company_id: 1 } };
    return this.collection.findAcrossCompanies('run the assistant', { due_at: { $lte: now }, ...others }, options);
  }

  /** Deletes up to a batch of idle threads that were last used before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const idle = { updated_at: { $lt: before }, due_at: { $exists: false } };
    const options = { sort: { updated_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', idle, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', { ...ids, ...idle });
  }
}
