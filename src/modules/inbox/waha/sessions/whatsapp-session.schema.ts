import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { declareSealedField } from '../../../../core/security/index.js';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

const COLLECTION = 'whatsapp_sessions';

/** Never holds a key. */
export interface SessionError {
  code: string;
  message: string;
  at: Date;
}

/** One phone number on the WAHA server of a company, and what the server last said of it. */
@Schema({ collection: COLLECTION })
export class WhatsappSession implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** Its name on the server. */
  @Prop({ type: String, required: true })
  session_name!: string;

  /** In the address of its webhook, and the `external_id` of its channel. */
  @Prop({ type: String, required: true })
  session_key!: string;

  /** Null until the channel is stored. */
  @Prop({ type: Types.ObjectId, default: null })
  channel_id!: Types.ObjectId | null;

  /** The server's word, or `MISSING`. */
  @Prop({ type: String, required: true })
  status!: string;

  /** When it got this status. */
  @Prop({ type: Date, required: true })
  status_at!: Date;

  /** PNG in base64; null while there is nothing to scan. */
  @Prop({ type: String, default: null })
  qr_code!: string | null;

  @Prop({ type: Date, default: null })
  qr_expires_at!: Date | null;

  /** Digits of the connected number. */
  @Prop({ type: String, default: null })
  phone!: string | null;

  /** Sealed; the server signs its deliveries with it. */
  @Prop({ type: String, required: true })
  webhook_secret!: string;

  /** When a person stopped it here; null or absent if nobody did. */
  @Prop({ type: Date, default: null })
  stopped_at?: Date | null;

  /** Why the server could not be asked the last time. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  last_error!: SessionError | null;

  @Prop({ type: Date, default: null })
  checked_at!: Date | null;

  /** The last delivery of the server. */
  @Prop({ type: Date, default: null })
  last_event_at!: Date | null;

  /** When PetBuddy asks the server again, unless a delivery comes before. */
  @Prop({ type: Date, required: true })
  watch_at!: Date;
}

export const WhatsappSessionSchema = tenantSchema(WhatsappSession);
WhatsappSessionSchema.index({ company_id: 1, session_name: 1 }, { unique: true });
// Deliveries name the session only.
WhatsappSessionSchema.index({ session_key: 1 }, { unique: true });
WhatsappSessionSchema.index({ watch_at: 1 });

export const webhookSecretPlace = declareSealedField(COLLECTION, 'webhook_secret');
