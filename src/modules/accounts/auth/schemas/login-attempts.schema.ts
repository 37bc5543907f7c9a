import { Prop, Schema } from '@nestjs/mongoose';
import type { Types } from 'mongoose';
import { platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

/** Wrong tries under a keyed hash of an e-mail address, with or without an account, or of a device. */
@Schema({ collection: 'login_attempts' })
export class LoginAttempts implements StoredDocument {
  _id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  key!: string;

  @Prop({ type: Number, required: true })
  failures!: number;

  @Prop({ type: Date, required: true })
  expires_at!: Date;

  created_at!: Date;
  updated_at!: Date;
}

export const LoginAttemptsSchema = platformSchema(LoginAttempts);
LoginAttemptsSchema.index({ key: 1 }, { unique: true });
LoginAttemptsSchema.index({ expires_at: 1 });
