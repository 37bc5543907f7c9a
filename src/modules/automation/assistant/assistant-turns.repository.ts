import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, type Page, type PageRequest, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { AssistantTurn, type TurnSuggestion } from './schemas/assistant-turn.schema.js';

const NEWEST_FIRST = { field: '_id', direction: -1 } as const;
/** More turns of an hour change nothing of one customer. */
const MAX_WRITING = 60;
const PURGE_BATCH = 200;

@Injectable()
export class AssistantTurnsRepository extends TenantRepository<AssistantTurn> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(AssistantTurn.name) model: Model<AssistantTurn>) {
    super(model, 'Assistant turn');
  }

  read(scope: CompanyScope, id: Types.ObjectId): Promise<AssistantTurn | null> {
    return this.collection.findOne(scope, { _id: id });
  }

  insert(scope: CompanyScope, turn: AssistantTurn): Promise<AssistantTurn> {
    return this.collection.insertOne(scope, turn);
  }

  /** @throws Error if a later holder of the lock has written the turn, or if it is gone, for instance with its contact */
  async save(scope: CompanyScope, turn: AssistantTurn, changed: Partial<AssistantTurn>): Promise<void> {
    Object.assign(turn, changed);
    const { _id, fence } = turn;
    const $set = { ...changed, fence, updated_at: new Date() };
    const isWritten = await this.collection.updateOne(scope, { _id, fence: { $lte: fence } }, { $set });
    if (!isWritten) throw new Error(`the assistant turn ${_id.toHexString()} is gone or belongs to another process`);
  }

  list(
    scope: CompanyScope,
    filter: { readonly conversation_id?: Types.ObjectId },
    request: PageRequest,
  ): Promise<Page<AssistantTurn>> {
    return this.page(scope, filter, NEWEST_FIRST, request);
  }

  /** The last turn of the conversation that made a draft for staff; null if there is none. */
  async lastDraft(scope: CompanyScope, conversationId: Types.ObjectId): Promise<AssistantTurn | null> {
    const filter = { conversation_id: conversationId, state: { $in: ['suggested' as const, 'compared' as const] } };
    const [last] = await this.collection.find(scope, filter, { sort: { _id: -1 }, limit: 1 });
    return last ?? null;
  }

  /** @returns the turn after that; null if somebody has decided before */
  settleSuggestion(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly TurnSuggestion['outcome'][],
    suggestion: TurnSuggestion,
  ): Promise<AssistantTurn | null> {
    const filter = { _id: id, 'suggestion.outcome': { $in: [...from] } };
    return this.collection.findOneAndUpdate(scope, filter, { $set: { suggestion, updated_at: new Date() } });
  }

  /** A newer draft takes the place of the open ones. */
  async outdateDrafts(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const open = {
      conversation_id: conversationId,
      state: 'suggested' as const,
      'suggestion.outcome': 'open' as const,
    };
    const $set = { 'suggestion.outcome': 'outdated', updated_at: new Date() };
    await this.collection.updateMany(scope, open, { $set });
  }

  /** Whether so many turns of the conversation began since then. */
  async hasSince(scope: CompanyScope, conversationId: Types.ObjectId, since: Date, count: number): Promise<boolean> {
    const first = Types.ObjectId.createFromTime(Math.floor(since.getTime() / 1_000));
    const filter = { conversation_id: conversationId, _id: { $gt: first } };
    const found = await this.collection.find(scope, filter, { projection: { _id: 1 }, limit: count });
    return found.length >= count;
  }

  /** The turns of the contact that have called a tool that writes, the newest first. */
  writingSince(scope: CompanyScope, contactId: Types.ObjectId, since: Date): Promise<AssistantTurn[]> {
    const filter = { contact_id: contactId, mode: 'auto' as const, has_written: true, created_at: { $gte: since } };
    return this.collection.find(scope, filter, { sort: { _id: -1 }, limit: MAX_WRITING });
  }

  async noteStaffReply(scope: CompanyScope, id: Types.ObjectId, text: string): Promise<void> {
    const filter = { _id: id, state: 'compared' as const, staff_reply: null };
    await this.collection.updateOne(scope, filter, { $set: { staff_reply: text, updated_at: new Date() } });
  }

  /** The questions without an answer of the turns that took the message. */
  async gapsOf(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    messageId: Types.ObjectId,
  ): Promise<{ question: string; language: string }[]> {
    const filter = {
      conversation_id: conversationId,
      'messages.message_id': messageId,
      'draft.gap': { $type: 'string' },
    };
    const turns = await this.collection.find(scope, filter, {
      projection: { 'draft.gap': 1, 'trace.language': 1 },
    });
    return turns.flatMap(({ draft, trace }) =>
      draft?.gap && trace ? [{ question: draft.gap, language: trace.language }] : [],
    );
  }

  /** The turns that have given the conversation to staff with a summary of the model, and knew the message. */
  summarised(scope: CompanyScope, conversationId: Types.ObjectId, seq: number): Promise<AssistantTurn[]> {
    const filter = {
      conversation_id: conversationId,
      seen_seq: { $gte: seq },
      state: 'handed_off' as const,
      'draft.brief.summary': { $type: 'string' },
    };
    return this.collection.find(scope, filter);
  }

  /**
   * Removes the message, and all that may repeat its words, from the turns that knew it. An open turn begins again without it, unless it
   * has changed something.
   */
  async forgetMessage(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    { _id, seq }: { readonly _id: Types.ObjectId; readonly seq: number },
  ): Promise<void> {
    const mayEnd = { $or: [{ ended_at: { $ne: null } }, { has_written: false }] };
    const isOpen = { $eq: ['$ended_at', null] };
    const isIt = { $eq: ['$$this.message_id', _id] };
    const text = { $cond: [isIt, '', '$$this.text'] };
    const set = {
      messages: { $map: { input: '$messages', in: { $mergeObjects: ['$$this', { text }] } } },
      facts: null,
      outcomes: [],
      draft: {
        $cond: [
          { $eq: ['$mode', 'auto'] },
          without('$draft', { brief: null, gap: null }),
          // Only staff have seen it, and it may repeat the words.
          without('$draft', { text: '', choices: [], brief: null, gap: null }),
        ],
      },
      suggestion: {
        $cond: [
          { $eq: ['$suggestion.outcome', 'open'] },
          { $mergeObjects: ['$suggestion', { outcome: 'outdated' }] },
          '$suggestion',
        ],
      },
      trace: without('$trace', { calls: [] }),
      state: { $cond: [isOpen, 'dropped', '$state'] },
      error_code: { $cond: [isOpen, 'NEWER_MESSAGE', '$error_code'] },
      ended_at: { $ifNull: ['$ended_at', '$$NOW'] },
      updated_at: '$$NOW',
    };
    const filter = { conversation_id: conversationId, seen_seq: { $gte: seq }, ...mayEnd };
    await this.collection.updateMany(scope, filter, [{ $set: set }]);
  }

  async hasOpenSuggestion(scope: CompanyScope, conversationId: Types.ObjectId): Promise<boolean> {
    const filter = { conversation_id: conversationId, 'suggestion.outcome': 'open' as const };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** Whether a turn that has changed something still knows the message; it ends soon. */
  async hasOpenKnowing(scope: CompanyScope, conversationId: Types.ObjectId, seq: number): Promise<boolean> {
    const filter = { conversation_id: conversationId, seen_seq: { $gte: seq }, ended_at: null };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  /** Deletes up to a batch of turns that began before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { created_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', { created_at: { $lt: before } }, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }
}

/** Expression: the object with these fields replaced; null stays null. */
function without(field: string, emptied: Record<string, unknown>): Record<string, unknown> {
  return { $cond: [{ $eq: [{ $type: field }, 'object'] }, { $mergeObjects: [field, { $literal: emptied }] }, null] };
}
