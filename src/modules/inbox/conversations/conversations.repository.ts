import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { GroupCommit } from '../../../core/concurrency/index.js';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { BatchedLookup, CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments, type Platform } from '../../customers/contacts/index.js';
import { NEXT_REVISION } from './conversation-update.js';
import { type SummaryPatch, summaryPipeline } from './conversation-summary.js';
import { type ReadBy, readByUpdate } from './read-state.js';
import { Conversation, HAS_TEAM, LABELLED } from './schemas/conversation.schema.js';

interface Summary {
  scope: CompanyScope;
  id: Types.ObjectId;
  patch: SummaryPatch;
}

const SUMMARY_BATCH = 200;
const LOOKUP_BATCH = 100;

@Injectable()
export class ConversationsRepository extends TenantRepository<Conversation> {
  readonly ofContacts = new ContactDocuments(this.collection);
  private readonly byId = new BatchedLookup<Types.ObjectId, Conversation>(
    (scope, ids) => this.collection.find(scope, { _id: { $in: ids } }),
    (conversation, id) => conversation._id.equals(id),
    LOOKUP_BATCH,
  );

  private readonly byContact = new BatchedLookup<{ contactId: Types.ObjectId; platform: Platform }, Conversation>(
    (scope, keys) =>
      this.latestOf(
        scope,
        keys.map(({ contactId }) => contactId),
      ),
    (conversation, { contactId, platform }) =>
      conversation.platform === platform && conversation.contact_id.equals(contactId),
    LOOKUP_BATCH,
  );

  // One batch at a time, because the patches of a conversation must arrive in order.
  private readonly summaries = new GroupCommit<Summary>(async (batch) => {
    for (const round of roundsOf(batch)) await this.summarizeRound(round);
    crashPoint('publisher.summarised');
    return batch.map(() => ({ ok: true, result: undefined }));
  }, SUMMARY_BATCH);

  constructor(@InjectModel(Conversation.name) model: Model<Conversation>) {
    super(model, 'Conversation');
  }

  /** Concurrent reads share a query, because every message reads its conversation. */
  async read(scope: CompanyScope, id: Types.ObjectId): Promise<Conversation | null> {
    const [conversation] = await this.byId.get(scope, id);
    return conversation ?? null;
  }

  /** The most recent one where the contact has several. */
  async ofContact(scope: CompanyScope, contactId: Types.ObjectId, platform: Platform): Promise<Conversation | null> {
    const [latest] = await this.byContact.get(scope, { contactId, platform });
    return latest ?? null;
  }

  countOpenOf(scope: CompanyScope, assigneeId: Types.ObjectId): Promise<number> {
    return this.count(scope, { assignee_id: assigneeId, status: 'open' });
  }

  allOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<Conversation[]> {
    return this.collection.find(scope, { contact_id: contactId });
  }

  /** The conversations of these contacts, the newest activity first; sorted here, because a contact has few of them. */
  async latestOf(scope: CompanyScope, contactIds: Types.ObjectId[]): Promise<Conversation[]> {
    const rows = await this.collection.find(scope, { contact_id: { $in: contactIds } });
    return rows.sort((a, b) => b.last_activity_at.getTime() - a.last_activity_at.getTime());
  }

  /** @returns the stored conversation, also if another call created it */
  async insertIfMissing(scope: CompanyScope, doc: Omit<Conversation, 'company_id'>): Promise<Conversation> {
    try {
      return await this.collection.insertOne(scope, doc);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.getById(scope, doc._id);
    }
  }

  /**
   * In the order of the calls; concurrent ones share a round trip. Derived data, so it does not wait for the journal.
   */
  summarize(scope: CompanyScope, id: Types.ObjectId, patch: SummaryPatch): Promise<void> {
    return this.summaries.add({ scope, id, patch });
  }

  /** Derived from the read marks. */
  async noteRead(scope: CompanyScope, id: Types.ObjectId, read: ReadBy): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, readByUpdate(read), 'derived');
  }

  /** Derived from the read marks. */
  async noteUnread(scope: CompanyScope, id: Types.ObjectId, user_id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $pull: { read_by: { user_id } } }, 'derived');
  }

  async change(
    scope: CompanyScope,
    id: Types.ObjectId,
    condition: Record<string, unknown>,
    update: Record<string, unknown> | Record<string, unknown>[],
  ): Promise<Conversation | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id, ...condition }, update);
  }

  /** Renames a label, or removes it. Conversations keep the order of their labels and get a new version. */
  async replaceLabel(scope: CompanyScope, from: string, to: string | null): Promise<void> {
    const renamed = {
      $map: { input: '$labels', in: { $cond: [{ $eq: ['$$this', { $literal: from }] }, { $literal: to }, '$$this'] } },
    };
    const hasBoth = { $in: [{ $literal: to }, '$labels'] };
    const without = { $filter: { input: '$labels', cond: { $ne: ['$$this', { $literal: from }] } } };
    const labels = to === null ? without : { $cond: [hasBoth, without, renamed] };
    const update = { labels, updated_at: '$$NOW', revision: NEXT_REVISION };
    await this.collection.updateMany(scope, { labels: from, ...LABELLED }, [{ $set: update }]);
  }

  /** Marks the conversations for {@link nextUnpublishedRemoval}. */
  async removeTeam(scope: CompanyScope, teamId: Types.ObjectId): Promise<void> {
    const set = { team_id: null, updated_at: new Date(), unpublished_removal: teamId };
    const update = { $set: set, $inc: { revision: 1 } };
    await this.collection.updateMany(scope, { $and: [{ team_id: teamId }, HAS_TEAM] }, update);
  }

  /** Marks conversations that are not resolved for {@link nextUnpublishedRemoval}. */
  async unassign(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    const mark = { $cond: [{ $eq: ['$status', 'resolved'] }, '$unpublished_removal', userId] };
    const set = { assignee_id: null, updated_at: '$$NOW', revision: NEXT_REVISION, unpublished_removal: mark };
    await this.collection.updateMany(scope, { assignee_id: userId }, [{ $set: set }]);
  }

  /** A conversation that lost this deleted user or team, and whose event may not be logged yet. */
  nextUnpublishedRemoval(scope: CompanyScope, removedId: Types.ObjectId): Promise<Conversation | null> {
    return this.collection.findOne(scope, { unpublished_removal: removedId });
  }

  async clearUnpublishedRemoval(scope: CompanyScope, id: Types.ObjectId, removedId: Types.ObjectId): Promise<void> {
    const marked = { _id: id, unpublished_removal: removedId };
    await this.collection.updateOne(scope, marked, { $unset: { unpublished_removal: true } });
  }

  /** Changes `updated_at`, so that an older answer does not bring back the old name. @returns how many conversations have changed */
  describeContact(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    fields: Pick<Conversation, 'contact' | 'pets' | 'search'>,
  ): Promise<number> {
    const isOther = Object.entries(fields).map(([field, value]) => ({ [field]: { $ne: value } }));
    const filter = { contact_id: contactId, $or: isOther };
    return this.collection.updateMany(scope, filter, { $set: { ...fields, updated_at: new Date() } });
  }

  async movedBy(scope: CompanyScope, mergeId: Types.ObjectId): Promise<Types.ObjectId[]> {
    const filter = { 'merge_marks.merge_id': mergeId };
    const rows = await this.collection.find(scope, filter, { projection: { _id: 1 } });
    return rows.map(({ _id }) => _id);
  }

  /** Of any company. */
  dueSnoozes(now: Date, limit: number): Promise<Conversation[]> {
    return this.collection.findAcrossCompanies(
      'sweep expired',
      { status: 'snoozed', snoozed_until: { $lte: now } },
      { limit, sort: { snoozed_until: 1 } },
    );
  }

  private async summarizeRound(round: readonly Summary[]): Promise<void> {
    const companies = Map.groupBy(round, ({ scope }) => scope.id);
    const summarize = async ([companyId, group]: [string, Summary[]]): Promise<void> => {
      const ids = group.map(({ id }) => id);
      const patches = group.map(({ patch }) => patch);
      const update = summaryPipeline(ids, patches);
      await this.collection.updateMany(CompanyScope.of(companyId), { _id: { $in: ids } }, update, 'derived');
    };
    await Promise.all([...companies].map(summarize));
  }
}

/** Each round has a conversation once, in the order of its summaries. */
function roundsOf(batch: readonly Summary[]): Summary[][] {
  const rounds: Summary[][] = [];
  const seen = new Map<string, number>();
  for (const summary of batch) {
    const key = summary.id.toHexString();
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (rounds[round] ??= []).push(summary);
  }
  return rounds;
}
