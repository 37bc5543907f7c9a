import { Prop, Schema } from '@nestjs/mongoose';
import type { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** The sweep deletes the file after `due_at` if no message has it. */
@Schema({ collection: 'unused_files' })
export class UnusedFile implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  storage_key!: string;

  @Prop({ type: Date, required: true })
  due_at!: Date;
}

export const UnusedFileSchema = tenantSchema(UnusedFile);
UnusedFileSchema.index({ due_at: 1 });
