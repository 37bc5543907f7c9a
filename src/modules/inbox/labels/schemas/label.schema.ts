import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

/** A label of conversations, which carry its name. */
@Schema({ collection: 'labels' })
export class Label implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** The name in lower case; unique in the company. */
  @Prop({ type: String, required: true })
  name_key!: string;

  /** `#rrggbb` */
  @Prop({ type: String, required: true })
  color!: string;

  /** Names that conversations may still carry. */
  @Prop({ type: [String], default: [] })
  former_names!: string[];

  @Prop({ type: Date, default: null })
  deleted_at!: Date | null;

  /** Since when conversations have to follow a change. */
  @Prop({ type: Date })
  pending_since?: Date;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const LabelSchema = tenantSchema(Label);
LabelSchema.index({ company_id: 1, name_key: 1 }, { unique: true });
LabelSchema.index({ company_id: 1, deleted_at: 1, name: 1, _id: 1 });
LabelSchema.index({ pending_since: 1 }, { partialFilterExpression: { pending_since: { $exists: true } } });
