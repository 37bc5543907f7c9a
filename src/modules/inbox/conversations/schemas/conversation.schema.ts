import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MergeMark, Platform, ReplyWindow } from '../../../customers/contacts/index.js';
import type { ReadBy } from '../read-state.js';

export const CONVERSATION_STATUSES = ['open', 'pending', 'snoozed', 'resolved'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const OWNER_KINDS = ['none', 'bot', 'human'] as const;

/** Who answers now. `epoch` grows with every act of a person, so a bot that started earlier finds out that it lost. */
export interface ConversationOwner {
  kind: (typeof OWNER_KINDS)[number];
  id: string | null;
  epoch: number;
}

/** The contact as a list row shows it. */
export interface ContactSummary {
  full_name: string;
  avatar_url: string | null;
  phone: string | null;
  is_vip: boolean;
}

/** The newest message that the customer can see. */
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

export interface NextAppointment {
  _id: Types.ObjectId;
  starts_at: Date;
  /** Null where the appointment names no service. */
  service_name: string | null;
}

/** A pet of the contact as a list row shows it. */
export interface PetSummary {
  _id: Types.ObjectId;
  name: string;
  species: string | null;
}

/** A row shows the newest pets only. */
export const MAX_SHOWN_PETS = 3;

/**
 * The one thread of a channel identity (it shares the identity's `_id`), with everything a list row shows. Reopening
 * it starts a new episode, which reports count. What messages say of it is derived and can be rebuilt from them.
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

  /** The customer in the channel's id space, as the provider wrote it last; never shown. */
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

  /** Whether flows and the assistant may answer. */
  @Prop({ type: String, enum: ['on', 'off'], default: 'on' })
  automation!: 'on' | 'off';

  @Prop({ type: [String], default: [] })
  labels!: string[];

  @Prop({ type: String, enum: PRIORITIES, default: 'normal' })
  priority!: Priority;

  /** Counts the changes of status, assignment, labels, priority and automation; messages count only if they reopen. */
  @Prop({ type: Number })
  revision?: number;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  last_message!: LastMessage | null;

  /** `seq` of the newest message of any kind. */
  @Prop({ type: Number, default: 0 })
  last_seq!: number;

  /** `seq` of the newest customer message, and of the newest answer of a person, that the summary knows. */
  @Prop({ type: Number, default: 0 })
  last_inbound_seq!: number;

  @Prop({ type: Number, default: 0 })
  last_reply_seq!: number;

  /** How many customer messages there are; unread = this minus the reader's mark. */
  @Prop({ type: Number, default: 0 })
  inbound_count!: number;

  /** Users who have read all customer messages; derived from their read marks, never shown. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  read_by!: ReadBy[];

  @Prop({ type: Date, default: null })
  last_inbound_at!: Date | null;

  @Prop({ type: Date, required: true })
  last_activity_at!: Date;

  /** Since when the customer waits for an answer of a person; null when nobody waits. */
  @Prop({ type: Date, default: null })
  waiting_since!: Date | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  reply_window!: ReplyWindow | null;

  @Prop({ type: Number, default: 1 })
  episode!: number;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  next_appointment!: NextAppointment | null;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  merge_marks!: MergeMark[];

  /** Folded words of the contact's name, phone and pets. */
  @Prop({ type: [String], default: [] })
  search!: string[];
}

export const ConversationSchema = tenantSchema(Conversation);

/** The rows that the label index holds; a list by label says it too, or the index may not serve it. */
export const LABELLED = { 'labels.0': { $exists: true } } as const;

/** The rows that the team index holds; a list by team says it too, or the index may not serve it. */
export const HAS_TEAM = { team_id: { $type: 'objectId' } } as const;

/** Names of the indexes that the list asks for by hint. */
export const LIST_INDEXES = {
  latest: 'list_latest',
  waiting: 'list_waiting',
  window: 'list_window',
  latestByStatus: 'list_latest_by_status',
  latestByAssignee: 'list_latest_by_assignee_and_status',
  latestByLabel: 'list_latest_labelled',
  latestByTeam: 'list_latest_by_team',
  latestByPlatform: 'list_latest_by_platform',
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
  // Most rows have no label, and every message moves a row in each index that it is in.
  { name: LIST_INDEXES.latestByLabel, partialFilterExpression: LABELLED },
);
ConversationSchema.index(
  { company_id: 1, platform: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByPlatform },
);
ConversationSchema.index({ company_id: 1, waiting_since: 1, _id: 1 }, { name: LIST_INDEXES.waiting });
ConversationSchema.index({ company_id: 1, 'reply_window.expires_at': 1, _id: 1 }, { name: LIST_INDEXES.window });
ConversationSchema.index({ company_id: 1, contact_id: 1, platform: 1 });
ConversationSchema.index({ company_id: 1, search: 1 });
ConversationSchema.index(
  { company_id: 1, team_id: 1, last_activity_at: -1, _id: -1 },
  { name: LIST_INDEXES.latestByTeam, partialFilterExpression: HAS_TEAM },
);
ConversationSchema.index({ snoozed_until: 1 }, { partialFilterExpression: { status: 'snoozed' } });
ConversationSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
