import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

export const DRAFT_MODES = ['reply', 'note'] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

/** What one user has begun to write in one conversation. */
@Schema({ collection: 'drafts' })
export class Draft implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: String, enum: DRAFT_MODES, required: true })
  mode!: DraftMode;

  @Prop({ type: String, default: '' })
  text!: string;

  /** Addresses of uploaded files. */
  @Prop({ type: [String], default: [] })
  files!: string[];

  /** Begins with the time, so that a draft never gets a version that a deleted one had. */
  @Prop({ type: Number, required: true })
  version!: number;
}

export const DraftSchema = tenantSchema(Draft);
DraftSchema.index({ company_id: 1, conversation_id: 1, user_id: 1, mode: 1 }, { unique: true });
