import type { Types } from 'mongoose';
import type { KeysetOrder } from '../../../core/tenancy/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { type ConversationStatus, LABELLED, LIST_INDEXES } from './schemas/conversation.schema.js';

export const LIST_SORTS = ['latest', 'waiting', 'window'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** What a list of conversations may be narrowed by; `assignee` null means nobody's. */
export interface ListFilters {
  status?: ConversationStatus;
  platform?: Platform;
  assignee?: Types.ObjectId | null;
  label?: string;
}

/** Newest first; longest waiting first; closing soonest first. */
export const LIST_ORDERS: Readonly<Record<ListSort, KeysetOrder>> = {
  latest: { field: 'last_activity_at', direction: -1 },
  waiting: { field: 'waiting_since', direction: 1 },
  window: { field: 'reply_window.expires_at', direction: 1 },
};

/** The Mongo filter of a list; a list sorted by a clock shows only the rows that have one. */
export function listFilter(filters: ListFilters, sort: ListSort): Record<string, unknown> {
  const { status, platform, assignee, label } = filters;
  return {
    ...(status ? { status } : {}),
    ...(platform ? { platform } : {}),
    ...(assignee !== undefined ? { assignee_id: assignee } : {}),
    ...(label ? { labels: label, ...LABELLED } : {}),
    ...(sort === 'waiting' ? { waiting_since: { $type: 'date' } } : {}),
    ...(sort === 'window' ? { 'reply_window.expires_at': { $type: 'date' } } : {}),
  };
}

/** The index that serves filter and order without sorting in memory; the rarest filter wins. */
export function listIndex(filters: ListFilters, sort: ListSort): string {
  if (sort !== 'latest') return LIST_INDEXES[sort];
  if (filters.label) return LIST_INDEXES.latestByLabel;
  if (filters.assignee) return LIST_INDEXES.latestByAssignee;
  if (filters.platform && !filters.status) return LIST_INDEXES.latestByPlatform;
  if (filters.status) return LIST_INDEXES.latestByStatus;
  return LIST_INDEXES.latest;
}
