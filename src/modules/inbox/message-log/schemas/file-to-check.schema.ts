import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { MediaDetails } from './message.schema.js';

/** What is known of an uploaded file beside its kind and size. */
export type UploadDetails = MediaDetails & { name: string | null; has_playable_copy: boolean };

/** A file that may be in no message and no contact. After `due_at` the sweep deletes it if that is so. */
@Schema({ collection: 'unused_files' })
export class FileToCheck implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  storage_key!: string;

  @Prop({ type: Date, required: true })
  due_at!: Date;

  /** Of an upload, for the message that takes it. */
  @Prop({ type: MongooseSchema.Types.Mixed })
  details?: UploadDetails;
}

export const FileToCheckSchema = tenantSchema(FileToCheck);
FileToCheckSchema.index({ due_at: 1 });
FileToCheckSchema.index({ company_id: 1, storage_key: 1 }, { partialFilterExpression: { details: { $exists: true } } });
