import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import type {
  BudgetVerdict,
  DialogueState,
  Draft,
  ModelSettings,
  ModelTokens,
  Outcome,
  TurnFacts,
  TurnTrace,
} from '../../assistant-core/index.js';
import type { AppointmentChange, ConversationAliases, StoredOffer } from '../../assistant-facts/index.js';

const { Mixed } = MongooseSchema.Types;

/** `auto` sends, `suggest` shows staff a draft, `shadow` only compares it with what staff write. */
export const TURN_MODES = ['auto', 'suggest', 'shadow'] as const;
export type TurnMode = (typeof TURN_MODES)[number];

/**
 * `waiting`: an attempt has failed, and the next one comes. `typing`: the draft waits for its time. `dropped`: a newer message or a person
 * made it useless. `failed`: no attempt worked, and staff have the conversation.
 */
export const TURN_STATES = [
  'waiting',
  'thinking',
  'typing',
  'sent',
  'suggested',
  'compared',
  'handed_off',
  'silent',
  'dropped',
  'failed',
] as const;
export type TurnState = (typeof TURN_STATES)[number];

export const SUGGESTION_OUTCOMES = ['open', 'accepted', 'edited', 'rejected', 'outdated'] as const;
export type SuggestionOutcome = (typeof SUGGESTION_OUTCOMES)[number];

/** A customer message that the turn answers. */
export interface TurnMessage {
  readonly seq: number;
  readonly message_id: Types.ObjectId;
  readonly text: string;
}

/** What staff did with a suggestion. */
export interface TurnSuggestion {
  readonly outcome: SuggestionOutcome;
  readonly sent_text: string | null;
  readonly user_id: Types.ObjectId | null;
}

/** One turn of the assistant. It has all that the turn read and got, so it can be finished after a crash and replayed later. */
@Schema({ collection: 'assistant_turns' })
export class AssistantTurn implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  @Prop({ type: String, required: true, enum: TURN_MODES })
  mode!: TurnMode;

  @Prop({ type: String, required: true, enum: TURN_STATES })
  state!: TurnState;

  @Prop({ type: [Mixed], required: true })
  messages!: TurnMessage[];

  /** The newest customer message that was read at the start, also one that a flow has taken. A later one is newer. */
  @Prop({ type: Number, required: true })
  heard_seq!: number;

  /** The newest message that the turn knows, and the owner's epoch then. A later act of a person stops the turn. */
  @Prop({ type: Number, required: true })
  seen_seq!: number;

  @Prop({ type: Number, required: true })
  owner_epoch!: number;

  /** How often it was begun; a crash or an error begins it again. */
  @Prop({ type: Number, default: 0 })
  attempts!: number;

  @Prop({ type: String, required: true, enum: ['rules', 'model'] })
  brain!: BudgetVerdict['brain'];

  @Prop({ type: Number, default: null })
  prompt_number!: number | null;

  /** Null until they are loaded, and after a removal of texts. */
  @Prop({ type: Mixed, default: null })
  facts!: TurnFacts | null;

  @Prop({ type: Mixed, required: true })
  before!: DialogueState;

  @Prop({ type: Mixed, default: null })
  model!: ModelSettings | null;

  /** Of the effects, in their order. The turn goes on from them after a crash. */
  @Prop({ type: [Mixed], default: [] })
  outcomes!: Outcome[];

  /** The place of the tool call whose outcome is not known yet; null if there is none. */
  @Prop({ type: Number, default: null })
  calling!: number | null;

  /** Whether a tool was called that may have changed something. Such a turn is answered, whatever comes meanwhile. */
  @Prop({ type: Boolean, default: false })
  has_written!: boolean;

  /** What its tools have booked, moved or cancelled. Turns of older versions have no such field. */
  @Prop({ type: [Mixed], default: [] })
  changes?: AppointmentChange[];

  @Prop({ type: Mixed, required: true })
  aliases!: ConversationAliases;

  @Prop({ type: [Mixed], default: [] })
  offers!: StoredOffer[];

  @Prop({ type: Mixed, default: null })
  draft!: Draft | null;

  /** After the turn. */
  @Prop({ type: Mixed, default: null })
  dialogue!: DialogueState | null;

  @Prop({ type: Mixed, default: null })
  trace!: TurnTrace | null;

  @Prop({ type: Mixed, required: true })
  tokens!: ModelTokens;

  @Prop({ type: Number, default: 0 })
  cents!: number;

  /** Why rules answered instead of the model. */
  @Prop({ type: String, default: null })
  notice!: string | null;

  /** Why nothing was said, where the draft does not say it. */
  @Prop({ type: String, default: null })
  reason!: string | null;

  @Prop({ type: [Types.ObjectId], default: [] })
  message_ids!: Types.ObjectId[];

  @Prop({ type: Mixed, default: null })
  suggestion!: TurnSuggestion | null;

  /** Of `shadow`: what staff wrote. */
  @Prop({ type: String, default: null })
  staff_reply!: string | null;

  @Prop({ type: String, default: null })
  error_code!: string | null;

  /** The fence of the lock under which it was last written. */
  @Prop({ type: Number, required: true })
  fence!: number;

  @Prop({ type: Date, default: null })
  ended_at!: Date | null;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const AssistantTurnSchema = tenantSchema(AssistantTurn);
AssistantTurnSchema.index({ company_id: 1, _id: -1 });
AssistantTurnSchema.index({ company_id: 1, conversation_id: 1, _id: -1 });
AssistantTurnSchema.index({ company_id: 1, contact_id: 1 });
AssistantTurnSchema.index({ company_id: 1, created_at: -1 });
AssistantTurnSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
AssistantTurnSchema.index({ created_at: 1 });
