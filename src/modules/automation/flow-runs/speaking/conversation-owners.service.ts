import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  type Conversation,
  ConversationsRepository,
  ConversationsService,
  STAFF_SILENCE_MS,
} from '../../../inbox/conversations/index.js';

const NEXT_REVISION = { $add: [{ $ifNull: ['$revision', 0] }, 1] };

/** Shows in the conversation who answers: a flow, or staff. */
@Injectable()
export class ConversationOwners {
  constructor(
    private readonly rows: ConversationsRepository,
    private readonly conversations: ConversationsService,
  ) {}

  /** Does nothing if the owner is a person. */
  async giveToBot(scope: CompanyScope, conversation: Conversation): Promise<void> {
    if (conversation.owner.kind === 'bot') return;
    const silent = new Date(Date.now() - STAFF_SILENCE_MS);
    const isFree = { $or: [{ 'owner.kind': 'none' }, { 'owner.kind': 'human', 'owner.since': { $lte: silent } }] };
    await this.give(scope, conversation, isFree, 'bot');
  }

  async giveBack(scope: CompanyScope, conversation: Conversation): Promise<void> {
    await this.give(scope, conversation, { 'owner.kind': 'bot' }, 'none');
  }

  /**
   * Shows the conversation to staff as open and waiting, and keeps flows silent. May be repeated.
   * @param urgent gives it the highest priority
   * @returns the conversation after that
   */
  async giveToStaff(scope: CompanyScope, conversation: Conversation, urgent = false): Promise<Conversation> {
    const isClosed = { $in: ['$status', ['resolved', 'snoozed']] };
    const isStaffs = { $eq: ['$owner.kind', 'human'] };
    const owner = { kind: 'human', id: '$assignee_id', epoch: { $add: ['$owner.epoch', 1] }, since: '$$NOW' };
    const id = { $cond: [{ $ifNull: ['$assignee_id', false] }, { $toString: '$assignee_id' }, null] };
    const set = {
      status: { $cond: [isClosed, 'open', '$status'] },
      snoozed_until: null,
      episode: { $cond: [{ $eq: ['$status', 'resolved'] }, { $add: ['$episode', 1] }, '$episode'] },
      waiting_since: { $ifNull: ['$waiting_since', '$$NOW'] },
      owner: { $cond: [isStaffs, { $mergeObjects: ['$owner', { since: '$$NOW' }] }, { ...owner, id }] },
      ...(urgent && { priority: 'urgent' }),
      revision: NEXT_REVISION,
      updated_at: '$$NOW',
    };
    const changed = await this.rows.change(scope, conversation._id, {}, [{ $set: set }]);
    if (changed) await this.conversations.publish(scope, changed);
    return changed ?? conversation;
  }

  private async give(
    scope: CompanyScope,
    { _id }: Conversation,
    condition: Record<string, unknown>,
    kind: 'bot' | 'none',
  ): Promise<void> {
    const set = { 'owner.kind': kind, 'owner.id': null, 'owner.since': new Date(), updated_at: new Date() };
    const changed = await this.rows.change(scope, _id, condition, { $set: set });
    if (changed) await this.conversations.publish(scope, changed);
  }
}
