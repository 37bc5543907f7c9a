import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

export const SESSION_ENDS = ['logout', 'revoked', 'reuse'] as const;
/** `reuse`: a refresh token was used again. */
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** A log-in with its family of refresh tokens. Tokens are stored as keyed hashes. */
@Schema({ collection: 'sessions' })
export class Session implements StoredDocument {
  _id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  company_id!: Types.ObjectId;

  /** The user's `session_epoch` at log-in; a session of an older epoch has ended. */
  @Prop({ type: Number, required: true })
  epoch!: number;

  @Prop({ type: String, required: true })
  current_hash!: string;

  /** The token before the current one, accepted for a moment after the rotation. */
  @Prop({ type: String, default: null })
  previous_hash!: string | null;

  @Prop({ type: Date, required: true })
  rotated_at!: Date;

  @Prop({ type: Date, required: true })
  expires_at!: Date;

  @Prop({ type: Date, default: null })
  ended_at!: Date | null;

  @Prop({ type: String, enum: [...SESSION_ENDS, null], default: null })
  end_reason!: SessionEnd | null;

  @Prop({ type: String, default: '' })
  user_agent!: string;

  @Prop({ type: String, default: '' })
  ip!: string;

  created_at!: Date;
  updated_at!: Date;
}

export const SessionSchema = platformSchema(Session);
SessionSchema.index({ user_id: 1, ended_at: 1 });
SessionSchema.index({ expires_at: 1 });
