import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

const COLLECTION = 'google_connections';

export const CONNECTION_STATES = ['disconnected', 'connected', 'needs_reconnect'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

export const EDIT_MODES = ['accept', 'restore'] as const;
/** What a changed time of our event in Google does: it moves the appointment, or it is put back. */
export type EditMode = (typeof EDIT_MODES)[number];

/** The Google account of a company. The document stays after the account is disconnected. */
@Schema({ collection: COLLECTION })
export class GoogleConnection implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: CONNECTION_STATES })
  state!: ConnectionState;

  /** The id of the primary calendar, which is the address of the account. */
  @Prop({ type: String, default: null })
  account_email!: string | null;

  /** Sealed. Null while disconnected. */
  @Prop({ type: String, default: null })
  refresh_token!: string | null;

  /** Changes with each log-in, so that access tokens of an earlier one are not used. */
  @Prop({ type: Number, default: 0 })
  login_count!: number;

  @Prop({ type: String, required: true, enum: EDIT_MODES })
  edits!: EditMode;

  @Prop({ type: String, default: null })
  error!: string | null;

  @Prop({ type: Date, default: null })
  error_at!: Date | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const GoogleConnectionSchema = tenantSchema(GoogleConnection);
GoogleConnectionSchema.index({ company_id: 1 }, { unique: true });

export const refreshTokenPlace = declareSealedField(COLLECTION, 'refresh_token');
