import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, type Page, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { ContactPictures, type Platform } from '../../customers/contacts/index.js';
import type { ListFilters } from './conversation-list.js';
import { ConversationListRepository } from './conversation-list.repository.js';
import { ConversationSearch } from './conversation-search.js';
import {
  type ConversationRow,
  type ConversationView,
  toConversationRow,
  toConversationView,
} from './conversation.view.js';
import { ConversationsRepository } from './conversations.repository.js';
import type { ConversationFilterDto, ListConversationsDto } from './dto/conversation.dto.js';
import { ViewFiltersService } from './view-filters.service.js';
import { ReadMarksRepository } from './read-marks.repository.js';
import type { Conversation } from './schemas/conversation.schema.js';

@Injectable()
export class ConversationReaderService {
  constructor(
    private readonly list: ConversationListRepository,
    private readonly conversations: ConversationsRepository,
    private readonly marks: ReadMarksRepository,
    private readonly search: ConversationSearch,
    private readonly channels: ChannelDirectory,
    private readonly views: ViewFiltersService,
    private readonly pictures: ContactPictures,
  ) {}

  /** The number of queries does not grow with the page. */
  async page(scope: CompanyScope, reader: Principal, query: ListConversationsDto): Promise<Page<ConversationRow>> {
    const { q, sort = 'latest', limit, cursor } = query;
    const among = q ? await this.search.find(scope, q) : undefined;
    const request = { ...(limit ? { limit } : {}), ...(cursor ? { cursor } : {}) };
    const groups = await this.filterGroups(scope, reader, query);
    const { items, nextCursor } = await this.list.list(scope, groups, sort, request, among);
    return { items: await this.rows(scope, reader, items), nextCursor };
  }

  async pageOfPlatform(
    scope: CompanyScope,
    reader: Principal,
    platform: Platform,
    page: number,
    limit: number,
  ): Promise<{ items: ConversationRow[]; total: number }> {
    const { rows, total } = await this.list.pageOfPlatform(scope, platform, page, limit);
    return { items: await this.rows(scope, reader, rows), total };
  }

  /** @throws AppError NOT_FOUND */
  async get(scope: CompanyScope, reader: Principal, id: Types.ObjectId): Promise<ConversationRow> {
    return this.row(scope, reader, await this.conversations.getById(scope, id));
  }

  async row(scope: CompanyScope, reader: Principal, conversation: Conversation): Promise<ConversationRow> {
    const [row] = await this.rows(scope, reader, [conversation]);
    return row as ConversationRow;
  }

  view(conversation: Conversation): ConversationView {
    return toConversationView(conversation, this.pictures);
  }

  /** Ids of the newest conversations that a list with these filters shows. @throws AppError NOT_FOUND | INVALID_ID */
  async ids(
    scope: CompanyScope,
    reader: Principal,
    query: ConversationFilterDto & { ids?: string[] },
    limit: number,
  ): Promise<Types.ObjectId[]> {
    const found = query.q ? await this.search.find(scope, query.q) : undefined;
    const given = query.ids?.map((id) => toObjectId(id, 'ids'));
    const among = given && found ? given.filter((id) => found.some((hit) => hit.equals(id))) : (given ?? found);
    return this.list.ids(scope, await this.filterGroups(scope, reader, query), limit, among);
  }

  /** The filters of a query and of its view. @throws AppError NOT_FOUND | INVALID_ID */
  private async filterGroups(
    scope: CompanyScope,
    reader: Principal,
    query: ConversationFilterDto,
  ): Promise<ListFilters[]> {
    const readerId = toObjectId(reader.userId);
    const own = ownFilters(query, readerId);
    return query.view ? [await this.views.one(scope, query.view, readerId, new Date()), own] : [own];
  }

  private async rows(
    scope: CompanyScope,
    reader: Principal,
    conversations: readonly Conversation[],
  ): Promise<ConversationRow[]> {
    const ids = conversations.map(({ _id }) => _id);
    const [marks, states] = await Promise.all([
      this.marks.ofReader(scope, toObjectId(reader.userId), ids),
      this.channels.states(scope),
    ]);
    return conversations.map((conversation) => {
      const readInbound = marks.get(conversation._id.toHexString())?.inbound_count ?? 0;
      const channelId = conversation.channel_id?.toHexString();
      // The directory has only connected channels.
      const health = channelId ? (states.get(channelId) ?? 'disconnected') : null;
      return toConversationRow(conversation, readInbound, health, this.pictures);
    });
  }
}

/** The filters of a query without its view. @throws AppError INVALID_ID */
function ownFilters(query: ConversationFilterDto, readerId: Types.ObjectId): ListFilters {
  const { status, platform, label, owner, team_id, contact_id, unread, waiting_before, window_closes_before } = query;
  const assignee = assigneeOf(query.assignee, readerId);
  return {
    ...(status ? { status } : {}),
    ...(platform ? { platform } : {}),
    ...(label ? { label } : {}),
    ...(assignee !== undefined ? { assignee } : {}),
    ...(team_id ? { team: toObjectId(team_id, 'team_id') } : {}),
    ...(contact_id ? { contact: toObjectId(contact_id, 'contact_id') } : {}),
    ...(owner ? { owners: [owner] } : {}),
    ...(unread ? { unreadBy: readerId } : {}),
    ...(waiting_before ? { waitingBefore: new Date(waiting_before) } : {}),
    ...(window_closes_before ? { windowClosesBefore: new Date(window_closes_before) } : {}),
  };
}

function assigneeOf(assignee: string | undefined, readerId: Types.ObjectId): Types.ObjectId | null | undefined {
  if (assignee === undefined) return undefined;
  if (assignee === 'none') return null;
  return assignee === 'me' ? readerId : toObjectId(assignee, 'assignee');
}
