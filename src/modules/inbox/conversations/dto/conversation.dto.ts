import { IntersectionType } from '@nestjs/swagger';
import {
  Choice,
  Flag,
  Id,
  Instant,
  PageQueryDto,
  Pattern,
  QueryFlag,
  RawText,
  Texts,
  WholeNumber,
} from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { type Platform, PLATFORMS } from '../../../customers/contacts/index.js';
import { LIST_SORTS, type ListSort, OWNER_FILTERS, type OwnerFilter } from '../conversation-list.js';
import { type AnyView, VIEW_PATTERN } from '../conversation-views.js';
import { MAX_LABEL_LENGTH } from '../../labels/index.js';
import {
  CONVERSATION_STATUSES,
  type ConversationStatus,
  PRIORITIES,
  type Priority,
} from '../schemas/conversation.schema.js';

/** The most labels of one conversation. */
export const MAX_LABELS = 20;
const ASSIGNEE = /^(me|none|[0-9a-f]{24})$/;

/** What a list of conversations may be narrowed to. All filters that are given must hold. */
export class ConversationFilterDto {
  /**
   * A ready-made view of open conversations: `mine`, `unassigned` (no assignee, and no bot has it), `waiting` (for 10
   * minutes), `window` (closes within 4 hours), `bot` (a bot has it), `all`, or `label:<id>`.
   */
  @Pattern(VIEW_PATTERN, 'the name of a view, or label:<id>', { optional: true, example: 'mine' })
  view?: AnyView;

  @Choice(CONVERSATION_STATUSES, { optional: true })
  status?: ConversationStatus;

  @Choice(PLATFORMS, { optional: true })
  platform?: Platform;

  /** `me`, `none` or a staff member's id. */
  @Pattern(ASSIGNEE, '`me`, `none` or the id of a staff member', { optional: true })
  assignee?: string;

  /** Of this team. */
  @Id({ optional: true })
  team_id?: string;

  /** The conversations of this contact, on all platforms. */
  @Id({ optional: true })
  contact_id?: string;

  /** `person`: somebody of the staff has taken it; `bot`: a flow or the assistant has; `nobody`: neither. */
  @Choice(OWNER_FILTERS, { optional: true })
  owner?: OwnerFilter;

  @RawText(MAX_LABEL_LENGTH, { optional: true, minLength: 1 })
  label?: string;

  /** `true`: only conversations in which the caller has unread messages. */
  @QueryFlag()
  unread?: boolean;

  /** The customer waits for an answer since this time or longer. */
  @Instant({ optional: true, example: '2030-01-31T09:00:00Z' })
  waiting_before?: string;

  /** The reply window is open now and closes before this time. */
  @Instant({ optional: true, example: '2030-01-31T13:00:00Z' })
  window_closes_before?: string;

  /** Words of the contact's name or phone, of a pet's name or of a message. */
  @RawText(MAX_QUERY_LENGTH, { optional: true })
  q?: string;
}

export class ListConversationsDto extends IntersectionType(ConversationFilterDto, PageQueryDto) {
  /** `latest` newest activity first; `waiting` longest waiting first; `window` closing soonest first. */
  @Choice(LIST_SORTS, { optional: true, default: 'latest' })
  sort?: ListSort;
}

export class UpdateConversationDto {
  @Choice(CONVERSATION_STATUSES, { optional: true })
  status?: ConversationStatus;

  /** Until when; only with status `snoozed`, null for "until the next message". */
  @Instant({ nullable: true })
  snoozed_until?: string | null;

  /** A staff member's id takes the conversation for that person; null frees it. */
  @Id({ nullable: true })
  assignee_id?: string | null;

  /** Takes it even where a colleague has it. */
  @Flag({ optional: true })
  force?: boolean;

  @Id({ nullable: true })
  team_id?: string | null;

  @Texts(MAX_LABELS, MAX_LABEL_LENGTH, { optional: true })
  labels?: string[];

  @Choice(PRIORITIES, { optional: true })
  priority?: Priority;

  /** `off` when a person takes over from flows and the assistant. */
  @Choice(['on', 'off'], { optional: true })
  automation?: 'on' | 'off';
}

export class MarkConversationReadDto {
  /** `seq` of the newest message on the reader's screen. */
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  up_to_seq!: number;
}

export class TypingDto {
  @Flag()
  typing!: boolean;
}
