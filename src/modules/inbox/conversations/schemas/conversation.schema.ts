import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MergeMark, Platform, ReplyWindow } from '../../../customers/contacts/index.js';
import type { ReadBy } from '../read-state.js';

export const CONVERSATION_STATUSES = ['open', 'pending', 'snoozed', 'resolved'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who answers: nobody yet, a bot, or staff. */
export const OWNER_KINDS = ['none', 'bot', 'human'] as const;

/** `epoch` grows with each act of a person, so that a bot can detect that it lost the conversation. */
export interface ConversationOwner {
  kind: (typeof OWNER_KINDS)[number];
  id: string | null;
  epoch: number;
  /** The last change of the owner; missing in rows of older versions. */
  since?: Date;
}

export interface ContactSummary {
  full_name: string;
  /** Missing in rows of older versions; never shown. */
  avatar_key?: string | null;
  phone: string | null;
  is_vip: boolean;
}

export interface LastMessage {
  _id: Types.ObjectId;
  seq: number;
  content: string;
  role: string;
  direction: 'inbound' | 'outbound';
  status: string;
  attachment_type: string | null;
  sent_at: Date;
}

export interface LastReferral {
  at: Date;
  source?: string;
  ref?: string;
  ad_id?: string;
  post_id?: string;
  headline?: string;
  url?: string;
}

export interface NextAppointment {
  _id: Types.ObjectId;
  starts_at: Date;
  service_name: string | null;
  /** Their names are in the contact of the row. Missing in older rows. */
  pet_ids?: Types.ObjectId[];
}

export interface PetSummary {
  _id: Types.ObjectId;
  name: string;
  species: string | null;
}

export const MAX_SHOWN_PETS = 3;

/**
 * The one thread of an identity, with the same `_id`, and everything that a list row shows. A reopening begins a new
 * episode. The summary of the messages can be rebuilt from them.
 */
@Schema({ collection: 'conversations' })
export class Conversation implements TenantDocument, HasRevision {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true })
  platform!: Platform;

  /** The customer's latest id at the provider; never shown. */
  @Prop({ type: String, required: true })
  recipient_id!: string;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  contact!: ContactSummary;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  pets!: PetSummary[];

  @Prop({ type: String, required: true, enum: CONVERSATION_STATUSES, default: 'open' })
  status!: ConversationStatus;

  @Prop({ type: Date, default: null })
  snoozed_until!: Date | null;

  @Prop({ type: Types.ObjectId, default: null })
  assignee_id!: Types.ObjectId | null;

  @Prop({ type: Types.ObjectId, default: null })
  team_id!: Types.ObjectId | null;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  owner!: ConversationOwner;

  /** The owner's epoch at the last resolution; never shown. Missing if nobody has resolved it, and in older rows. */
  @Prop({ type: Number })
  closed_epoch?: number;

  @Prop({ type: String, enum: ['on', 'off'], default: 'on' })
  automation!: 'on' | 'off';

  @Prop({ type: [String], default: [] })
  labels!: string[];

  @Prop({ type: String, enum: PRIORITIES, default: 'normal' })
  priority!: Priority;

  /** Counts changes of status, assignment, labels, priority and automation; a message counts if it reopens. */
  @Prop({ type: Number })
  revision?: number;

  /** The bulk change that wrote it last; never shown. */
  @Prop({ type: Types.ObjectId })
  bulk_id?: Types.ObjectId;

  /** The deleted user or team that it lost, until the event of that is logged; never shown. */
  @Prop({ type: Types.ObjectId })
  unpublished_removal?: Types.ObjectId;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  last_message!: LastMessage | null;

  @Prop({ type: Number, default: 0 })
  last_seq!: number;

  /** The newest customer message, and the newest answer of a person, in the summary. */
  @Prop({ type: Number, default: 0 })
  last_inbound_seq!: number;

  @Prop({ type: Number, default: 0 })
  last_reply_seq!: number;

  /** Customer messages; the unread count is this minus the reader's mark. */
  @Prop({ type: Number, default: 0 })
  inbound_count!: number;

  /** Derived from the read marks; never shown. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  read_by!: ReadBy[];

  @Prop({ type: Date, default: null })
  last_inbound_at!: Date | null;

  @Prop({ type: Date, required: true })
  last_activity_at!: Date;

  /** Since when the customer waits for a person; null if not. */
  @Prop({ type: Date, default: null })
  waiting_since!: Date | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  reply_window!: ReplyWindow | null;

  /** The ad or link by which the customer came last; missing in older rows. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  last_referral?: LastReferral | null;

  @Prop({ type: Number, default: 1 })
  episode!: number;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  next_appointment!: NextAppointment | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];

  @Prop({ type: [String], default: [] })
  search!: string[];
}

export const ConversationSchema = tenantSchema(Conversation);

/** The filter of the label index; a list by label must repeat it. */
export const LABELLED = { 'labels.0': { $exists: true } } as const;

/** The rows that the team index holds; a list by team says it too, or the index may not serve it. */
export const HAS_TEAM = { team_id: { $type: 'objectId' } } as const;

export const LIST_INDEXES = {
  latest: 'list_latest',
  waiting: 'list_waiting',
  window: 'list_window',
  latestByStatus: 'list_latest_by_status',
  latestByAssignee: 'list_latest_by_assignee_and_status',
  latestByLabel: 'list_latest_labelled',
  latestByTeam: 'list_latest_by_team',
  latestByPlatform: 'list_latest_by_platform',
  ofContact: 'company_id_1_contact_id_1_platform_1',
} as const;

ConversationSchema.index({ company_id: 1, last_activity_at: -1, _id: -1 }, { name: LIST_INDEXES.latest });
ConversationSchema.index(
  { company_id: 1, status: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByStatus },
);
ConversationSchema.index(
  { company_id: 1, assignee_id: 1, status: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByAssignee },
);
ConversationSchema.index(
  { company_id: 1, labels: 1, last_activity_at: -1, _id: -1 },
  // Partial, because most rows have no label and each index costs a write for each message.
  { name: LIST_INDEXES.latestByLabel, partialFilterExpression: LABELLED },
);
ConversationSchema.index(
  { company_id: 1, platform: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByPlatform },
);
ConversationSchema.index({ company_id: 1, waiting_since: 1, _id: 1 }, { name: LIST_INDEXES.waiting });
ConversationSchema.index({ company_id: 1, 'reply_window.expires_at': 1, _id: 1 }, { name: LIST_INDEXES.window });
ConversationSchema.index({ company_id: 1, contact_id: 1, platform: 1 }, { name: LIST_INDEXES.ofContact });
ConversationSchema.index({ company_id: 1, search: 1 });
ConversationSchema.index(
  { company_id: 1, team_id: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByTeam, partialFilterExpression: HAS_TEAM },
);
ConversationSchema.index(
  { company_id: 1, unpublished_removal: 1 },
  { partialFilterExpression: { unpublished_removal: { $exists: true } } },
);
ConversationSchema.index({ snoozed_until: 1 }, { partialFilterExpression: { status: 'snoozed' } });
ConversationSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
