import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

/** A prepared answer that staff insert by `/shortcut`. */
@Schema({ collection: 'canned_replies' })
export class CannedReply implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  shortcut!: string;

  @Prop({ type: String, required: true })
  title!: string;

  @Prop({ type: String, required: true })
  text!: string;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const CannedReplySchema = tenantSchema(CannedReply);
CannedReplySchema.index({ company_id: 1, shortcut: 1 }, { unique: true });
CannedReplySchema.index({ company_id: 1, shortcut: 1, _id: 1 });
