import type { Types } from 'mongoose';
import type { KeysetOrder } from '../../../core/tenancy/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { closingWindow } from './reply-window.js';
import {
  CONVERSATION_STATUSES,
  type ConversationStatus,
  HAS_TEAM,
  LABELLED,
  LIST_INDEXES,
} from './schemas/conversation.schema.js';

export const LIST_SORTS = ['latest', 'waiting', 'window'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Who answers: staff (`person`), a `bot`, or `nobody` yet. */
export const OWNER_FILTERS = ['person', 'bot', 'nobody'] as const;
export type OwnerFilter = (typeof OWNER_FILTERS)[number];

/** All of them must hold. */
export interface ListFilters {
  status?: ConversationStatus;
  platform?: Platform;
  /** Null: conversations without an assignee. */
  assignee?: Types.ObjectId | null;
  team?: Types.ObjectId;
  contact?: Types.ObjectId;
  label?: string;
  owners?: readonly OwnerFilter[];
  unreadBy?: Types.ObjectId;
  waitingBefore?: Date;
  windowClosesBefore?: Date;
}

export const LIST_ORDERS: Readonly<Record<ListSort, KeysetOrder>> = {
  latest: { field: 'last_activity_at', direction: -1 },
  waiting: { field: 'waiting_since', direction: 1 },
  window: { field: 'reply_window.expires_at', direction: 1 },
};

type MongoFilter = Record<string, unknown>;

const OWNERS: Readonly<Record<OwnerFilter, MongoFilter>> = {
  person: { 'owner.kind': 'human' },
  bot: { 'owner.kind': 'bot' },
  nobody: { 'owner.kind': 'none' },
};

/** One Mongo filter each; {@link filterExpression} understands all of them. */
export function listConditions(filters: ListFilters, now: Date): MongoFilter[] {
  const { status, platform, assignee, team, contact, label, owners, unreadBy, waitingBefore, windowClosesBefore } =
    filters;
  return [
    ...(status ? [{ status }] : []),
    ...(platform ? [{ platform }] : []),
    ...(assignee !== undefined ? [{ assignee_id: assignee }] : []),
    ...(team ? [{ team_id: team }] : []),
    ...(contact ? [{ contact_id: contact }] : []),
    ...(label ? [{ labels: label }] : []),
    ...(owners ? [{ $or: owners.map((owner) => OWNERS[owner]) }] : []),
    ...(unreadBy ? [unreadCondition(unreadBy)] : []),
    ...(waitingBefore ? [{ waiting_since: { $lte: waitingBefore } }] : []),
    ...(windowClosesBefore ? [closingWindow(now, windowClosesBefore)] : []),
  ];
}

export function unreadCondition(userId: Types.ObjectId): MongoFilter {
  return { inbound_count: { $gt: 0 }, 'read_by.user_id': { $ne: userId } };
}

export function indexConditions(filters: ListFilters, sort: ListSort): MongoFilter[] {
  // Sorting by a time leaves out rows without it.
  if (sort === 'waiting') return [{ waiting_since: { $type: 'date' } }];
  if (sort === 'window') return [{ 'reply_window.expires_at': { $type: 'date' } }];
  if (filters.label) return [LABELLED];
  if (filters.team) return [HAS_TEAM];
  // The index has the status before the time, so the server merges one sorted range for each status.
  const needsStatus = filters.assignee !== undefined && !filters.status;
  return needsStatus ? [{ status: { $in: [...CONVERSATION_STATUSES] } }] : [];
}

/** The index that serves filters and order; the rarest filter wins. Only the few rows of a contact are sorted in memory. */
export function listIndex(filters: ListFilters, sort: ListSort): string {
  if (filters.contact) return LIST_INDEXES.ofContact;
  if (sort !== 'latest') return LIST_INDEXES[sort];
  if (filters.label) return LIST_INDEXES.latestByLabel;
  if (filters.team) return LIST_INDEXES.latestByTeam;
  if (filters.assignee !== undefined) return LIST_INDEXES.latestByAssignee;
  if (filters.platform && !filters.status) return LIST_INDEXES.latestByPlatform;
  if (filters.status) return LIST_INDEXES.latestByStatus;
  return LIST_INDEXES.latest;
}
