import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Mergeable, MergeMark } from '../../../customers/contacts/index.js';
import type { EffectOutcome, FlowEffect, RunState, StepLog, TriggerKind } from '../../flow-core/index.js';

const { Mixed } = MongooseSchema.Types;

export const EFFECT_STATUSES = ['planned', 'done', 'failed', 'cancelled'] as const;
/** `planned`: its outcome is not known. `cancelled`: the run was ended before its outcome was known. */
export type EffectStatus = (typeof EFFECT_STATUSES)[number];

/** One effect of a run. The run and the step name it, so it happens once. */
export interface RunEffect {
  readonly step: number;
  readonly kind: FlowEffect['kind'];
  /** Null after the effect is over: it may hold texts of the customer. */
  readonly effect: FlowEffect | null;
  status: EffectStatus;
  outcome: EffectOutcome | null;
  at: Date;
}

export type PlannedEffect = RunEffect & { readonly effect: FlowEffect };

/** A customer's message that the run took as an answer, and the variable that holds it. */
export interface TakenAnswer {
  readonly message_id: Types.ObjectId;
  readonly variable: string | null;
}

/** What started the run. `key` names the event, so that it starts a flow once. */
export interface RunTrigger {
  readonly kind: TriggerKind | 'start_flow' | 'restart';
  readonly key: string;
  readonly node_id: string;
}

/** One customer in one version of a flow. The document holds everything, so a step is one write. */
@Schema({ collection: 'flow_runs' })
export class FlowRun implements TenantDocument, Mergeable {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  flow_id!: Types.ObjectId;

  /** The name when the run began. */
  @Prop({ type: String, required: true })
  flow_name!: string;

  @Prop({ type: Number, required: true })
  version!: number;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  contact_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  /** True until the run ends, then absent. */
  @Prop({ type: Boolean })
  active?: true;

  @Prop({ type: Mixed, required: true })
  trigger!: RunTrigger;

  /** The appointment that started the run, or that it has booked last. */
  @Prop({ type: Types.ObjectId })
  appointment_id?: Types.ObjectId;

  @Prop({ type: Mixed, required: true })
  state!: RunState;

  @Prop({ type: [Mixed], default: [] })
  log!: StepLog[];

  @Prop({ type: [Mixed], default: [] })
  effects!: RunEffect[];

  /** By them a removed message is found. */
  @Prop({ type: [Mixed], default: [] })
  answers!: TakenAnswer[];

  /** Set if the customer has removed a message that the run knows: its texts are removed when it ends. */
  @Prop({ type: Boolean })
  forgets?: true;

  /** The newest customer message that the run has taken; 0 if none. */
  @Prop({ type: Number, required: true })
  handled_seq!: number;

  /** The newest message when it began. A later message of a person ends the run. */
  @Prop({ type: Number, required: true })
  seen_seq!: number;

  /** The owner's epoch of the conversation when the run began to speak. */
  @Prop({ type: Number, required: true })
  owner_epoch!: number;

  /** How many runs came before it by `start_flow` since the customer's last message. */
  @Prop({ type: Number, default: 0 })
  chain!: number;

  /** When the sweep has to look at it: the end of a wait, or soon after a step that a crash may interrupt. */
  @Prop({ type: Date })
  due_at?: Date;

  /** The fence of the lock under which the run was last written. */
  @Prop({ type: Number, required: true })
  fence!: number;

  @Prop({ type: Date, required: true })
  started_at!: Date;

  @Prop({ type: Date, default: null })
  ended_at!: Date | null;

  @Prop({ type: [Mixed], default: [] })
  merge_marks!: MergeMark[];
}

export const FlowRunSchema = tenantSchema(FlowRun);
FlowRunSchema.index(
  { company_id: 1, conversation_id: 1 },
  { unique: true, name: 'one_active_run', partialFilterExpression: { active: true } },
);
FlowRunSchema.index({ company_id: 1, flow_id: 1, 'trigger.key': 1 }, { unique: true });
FlowRunSchema.index({ company_id: 1, conversation_id: 1, _id: -1 });
FlowRunSchema.index({ company_id: 1, flow_id: 1, _id: -1 });
FlowRunSchema.index({ company_id: 1, 'state.status': 1, _id: -1 });
FlowRunSchema.index({ company_id: 1, contact_id: 1, updated_at: -1 });
FlowRunSchema.index({ company_id: 1, flow_id: 1, active: 1 }, { partialFilterExpression: { active: true } });
FlowRunSchema.index({ company_id: 1, _id: -1 });
FlowRunSchema.index(
  { company_id: 1, 'merge_marks.merge_id': 1 },
  { partialFilterExpression: { 'merge_marks.merge_id': { $exists: true } } },
);
FlowRunSchema.index({ ended_at: 1 }, { partialFilterExpression: { ended_at: { $type: 'date' } } });
FlowRunSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $exists: true } } });
