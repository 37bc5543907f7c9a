import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { FlowGraph, NodeOf } from '../../flow-core/index.js';

const { Mixed } = MongooseSchema.Types;

/** `draft`: never published. `paused`: published, and starts no run until it is resumed. */
export const FLOW_STATUSES = ['draft', 'live', 'paused'] as const;
export type FlowStatus = (typeof FLOW_STATUSES)[number];

/** Whoever edited or published: a user, or an API key with its name. */
export interface FlowAuthor {
  _id: Types.ObjectId;
  key_name?: string;
}

/** A flow with its draft, and with the parts of the live version that the engine needs. */
@Schema({ collection: 'flows' })
export class Flow implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** The name without case, accents and double spaces; unique in the company. */
  @Prop({ type: String, required: true })
  name_key!: string;

  /** The channels of the flow; empty: all channels of the company. */
  @Prop({ type: [Types.ObjectId], default: [] })
  channel_ids!: Types.ObjectId[];

  @Prop({ type: String, required: true, enum: FLOW_STATUSES })
  status!: FlowStatus;

  /** The number of the version that starts runs; null before the first publication. */
  @Prop({ type: Number, default: null })
  live_version!: number | null;

  @Prop({ type: String, default: null })
  live_hash!: string | null;

  /** The trigger nodes of the live version, so that the engine can match events without the graph. */
  @Prop({ type: [Mixed], default: [] })
  live_triggers!: NodeOf<'trigger'>[];

  /** The highest number that was published; 0 before the first publication. */
  @Prop({ type: Number, default: 0 })
  last_version!: number;

  /** The `draft_rev` of the newest draft that was published, so that an older one never replaces it. */
  @Prop({ type: Number, default: 0 })
  published_rev!: number;

  @Prop({ type: Mixed, required: true })
  draft!: FlowGraph;

  @Prop({ type: String, required: true })
  draft_hash!: string;

  /** Grows with each change of the name, the channels or the draft. */
  @Prop({ type: Number, required: true })
  draft_rev!: number;

  @Prop({ type: Mixed, required: true })
  draft_by!: FlowAuthor;

  @Prop({ type: Date, required: true })
  draft_at!: Date;
}

export const FlowSchema = tenantSchema(Flow);
FlowSchema.index({ company_id: 1, name_key: 1 }, { unique: true });
FlowSchema.index({ company_id: 1, name_key: 1, _id: 1 });
FlowSchema.index({ company_id: 1, status: 1, _id: 1 });
