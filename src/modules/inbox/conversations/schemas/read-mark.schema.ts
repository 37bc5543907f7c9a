import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** Up to where a user has read. Moves back only when the user marks the conversation as unread. */
@Schema({ collection: 'read_marks' })
export class ReadMark implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  conversation_id!: Types.ObjectId;

  @Prop({ type: Number, required: true })
  up_to_seq!: number;

  @Prop({ type: Number, required: true })
  inbound_count!: number;
}

export const ReadMarkSchema = tenantSchema(ReadMark);
ReadMarkSchema.index({ company_id: 1, user_id: 1, conversation_id: 1 }, { unique: true });
