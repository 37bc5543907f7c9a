import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { atVersion, type CompanyScope, versionOf } from '../../../../core/tenancy/index.js';
import { NEXT_REVISION, toUpdate } from '../conversation-update.js';
import { ConversationsRepository } from '../conversations.repository.js';
import { ConversationsService } from '../conversations.service.js';
import { MAX_LABELS, type UpdateConversationDto } from '../dto/conversation.dto.js';
import type { Conversation } from '../schemas/conversation.schema.js';
import type { BeforeBulk, BulkAction, BulkChange } from './bulk-change.schema.js';
import { BulkRowsRepository } from './bulk.repository.js';

const MAX_ATTEMPTS = 10;
const IS_UNANSWERED = { $gt: ['$last_inbound_seq', { $ifNull: ['$last_reply_seq', 0] }] };

/** Changes one conversation of a bulk change, and changes it back. Both may be repeated. */
@Injectable()
export class BulkConversationsService {
  constructor(
    private readonly rows: BulkRowsRepository,
    private readonly repository: ConversationsRepository,
    private readonly conversations: ConversationsService,
  ) {}

  /** Does nothing for a conversation that is gone, or that is like that already. */
  async apply(scope: CompanyScope, change: BulkChange, id: Types.ObjectId): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const row = await this.repository.findById(scope, id);
      if (!row || row.bulk_id?.equals(change._id)) return;
      if (attempt === 0 && row.bulk_id && (await this.wasApplied(scope, change, id))) return;
      if (change.action.read !== undefined) return this.setRead(scope, change, row);
      const patch = patchOf(change.action, row);
      if (!patch) return;
      // This change replaces the `bulk_id` that shows that the earlier one was applied.
      if (row.bulk_id) await this.rows.markApplied(scope, row.bulk_id, id);
      // What was there before is stored first, so that a crash leaves nothing that cannot be undone.
      const before = beforeOf(row);
      await this.rows.record(scope, { bulk_id: change._id, conversation_id: id, before, version: versionOf(row) });
      const update = [...toUpdate(patch, change.user_id.toHexString()), { $set: { bulk_id: change._id } }];
      const changed = await this.repository.change(scope, id, atVersion(versionOf(row)), update);
      if (changed) return this.conversations.announce(scope, changed);
    }
    throw AppError.conflict('CONCURRENT_CHANGE', 'Other requests changed the conversation at the same time');
  }

  /** Does nothing for a conversation that somebody has changed since. */
  async restore(scope: CompanyScope, { _id, action }: BulkChange, id: Types.ObjectId): Promise<void> {
    const row = await this.rows.findByConversation(scope, _id, id);
    if (!row) return;
    const isUntouched = { bulk_id: _id, ...atVersion(row.version + 1) };
    const restored = await this.repository.change(scope, id, isUntouched, restoration(action, row.before));
    if (restored) await this.conversations.announce(scope, restored);
  }

  /** Whether an earlier run changed the conversation before a later bulk change did. */
  private async wasApplied(scope: CompanyScope, { _id }: BulkChange, id: Types.ObjectId): Promise<boolean> {
    return (await this.rows.findByConversation(scope, _id, id))?.is_applied === true;
  }

  private async setRead(scope: CompanyScope, { user_id, action }: BulkChange, row: Conversation): Promise<void> {
    const reader = { userId: user_id.toHexString() };
    const { _id, last_seq: up_to_seq, inbound_count } = row;
    if (action.read) await this.conversations.markRead(scope, reader, _id, { up_to_seq, inbound_count });
    else await this.conversations.markUnread(scope, reader, _id);
  }
}

/** Undefined for a conversation that is like that already, or that cannot take another label. */
function patchOf(action: BulkAction, row: Conversation): UpdateConversationDto | undefined {
  const { status, snoozed_until, assigned_to, add_label, remove_label } = action;
  if (status) {
    if (status === row.status && status !== 'snoozed') return undefined;
    return { status, ...(snoozed_until === undefined ? {} : { snoozed_until }) };
  }
  if (assigned_to !== undefined) {
    const isSame = (row.assignee_id?.toHexString() ?? null) === assigned_to;
    return isSame ? undefined : { assignee_id: assigned_to };
  }
  if (add_label !== undefined) {
    const isSame = row.labels.includes(add_label) || row.labels.length >= MAX_LABELS;
    return isSame ? undefined : { labels: [...row.labels, add_label] };
  }
  if (remove_label === undefined || !row.labels.includes(remove_label)) return undefined;
  return { labels: row.labels.filter((label) => label !== remove_label) };
}

function beforeOf(row: Conversation): BeforeBulk {
  const { status, snoozed_until, assignee_id, labels, owner, waiting_since, episode } = row;
  return { status, snoozed_until, assignee_id, labels, owner, waiting_since, episode };
}

/** Restores the fields that the action changed. Changes by later messages stay. */
function restoration(action: BulkAction, before: BeforeBulk): Record<string, unknown>[] {
  const set: Record<string, unknown> = { updated_at: '$$NOW', revision: NEXT_REVISION };
  if (action.status) {
    const { status, snoozed_until, episode } = before;
    Object.assign(set, { status, snoozed_until, episode });
  }
  if (action.status === 'resolved') set['waiting_since'] = { $cond: [IS_UNANSWERED, before.waiting_since, null] };
  if (action.assigned_to !== undefined) set['assignee_id'] = before.assignee_id;
  if (action.assigned_to || action.status === 'resolved') {
    const { kind, id, epoch, since } = before.owner;
    const owner = { kind, id, epoch: { $add: ['$owner.epoch', 1] }, ...(since && { since }) };
    set['owner'] = { $cond: [{ $eq: ['$owner.epoch', epoch + 1] }, owner, '$owner'] };
  }
  if (action.add_label ?? action.remove_label) set['labels'] = { $literal: before.labels };
  return [{ $set: set }, { $unset: 'bulk_id' }];
}
