import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

/** People who share conversations. */
@Schema({ collection: 'teams' })
export class Team implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  /** The name in lower case; unique in the company. */
  @Prop({ type: String, required: true })
  name_key!: string;

  @Prop({ type: [Types.ObjectId], default: [] })
  member_ids!: Types.ObjectId[];

  /** Hidden from then on; it goes when no conversation names it any more. */
  @Prop({ type: Date, default: null })
  deleted_at!: Date | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const TeamSchema = tenantSchema(Team);
TeamSchema.index({ company_id: 1, name_key: 1 }, { unique: true });
TeamSchema.index({ company_id: 1, deleted_at: 1, name: 1, _id: 1 });
TeamSchema.index({ deleted_at: 1 }, { partialFilterExpression: { deleted_at: { $type: 'date' } } });
