import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { FlowGraph } from '../../flow-core/index.js';
import type { FlowAuthor } from './flow.schema.js';

const { Mixed } = MongooseSchema.Types;

/** A published graph. It never changes, because runs stay on their version. */
@Schema({ collection: 'flow_versions' })
export class FlowVersion implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  flow_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  number!: number;

  @Prop({ type: Mixed, required: true })
  graph!: FlowGraph;

  /** Equal graphs have equal hashes. */
  @Prop({ type: String, required: true })
  hash!: string;

  @Prop({ type: String, default: null })
  note!: string | null;

  @Prop({ type: Mixed, required: true })
  published_by!: FlowAuthor;

  @Prop({ type: Date, required: true })
  published_at!: Date;

  /** Its flow was deleted then. */
  @Prop({ type: Date })
  flow_deleted_at?: Date;
}

export const FlowVersionSchema = tenantSchema(FlowVersion);
FlowVersionSchema.index({ company_id: 1, flow_id: 1, number: 1 }, { unique: true });
FlowVersionSchema.index({ company_id: 1, flow_id: 1, number: -1, _id: -1 });
FlowVersionSchema.index({ flow_deleted_at: 1 }, { partialFilterExpression: { flow_deleted_at: { $exists: true } } });
