import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import { declareSealedField } from '../../../../core/security/index.js';
import type { WebhookKind } from '../webhook-kinds.js';

const COLLECTION = 'webhook_endpoints';

/** In plain words; never holds a secret. */
export interface WebhookFailure {
  readonly message: string;
  readonly at: Date;
}

/** An address of a company that gets its events. */
@Schema({ collection: COLLECTION })
export class WebhookEndpoint implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  url!: string;

  @Prop({ type: String, default: '' })
  description!: string;

  @Prop({ type: [String], required: true })
  events!: WebhookKind[];

  @Prop({ type: Boolean, required: true })
  active!: boolean;

  /** Sealed. */
  @Prop({ type: String, required: true })
  secret!: string;

  /** Sealed; also signs until `previous_secret_until`. */
  @Prop({ type: String, default: null })
  previous_secret!: string | null;

  @Prop({ type: Date, default: null })
  previous_secret_until!: Date | null;

  /** Up to this number in the event log, each subscribed event has a delivery. */
  @Prop({ type: Number, required: true })
  cursor!: number;

  /** Due time of the newest deliveries. A later one is never due earlier, even if another process has a slower clock. */
  @Prop({ type: Date, default: null })
  recorded_until!: Date | null;

  /** Null while the newest attempt succeeded. */
  @Prop({ type: Date, default: null })
  failing_since!: Date | null;

  @Prop({ type: Date, default: null })
  last_success_at!: Date | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  last_failure!: WebhookFailure | null;

  /** When PetBuddy switched it off after failures only; else null. */
  @Prop({ type: Date, default: null })
  disabled_at!: Date | null;

  /** The owners must still be told that it was switched off. */
  @Prop({ type: Boolean })
  disabled_mail_due?: boolean;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const WebhookEndpointSchema = tenantSchema(WebhookEndpoint);
WebhookEndpointSchema.index({ company_id: 1, _id: 1 });
WebhookEndpointSchema.index({ active: 1, _id: 1 });
WebhookEndpointSchema.index(
  { disabled_mail_due: 1 },
  { partialFilterExpression: { disabled_mail_due: { $exists: true } } },
);

export const secretPlace = declareSealedField(COLLECTION, 'secret');
export const previousSecretPlace = declareSealedField(COLLECTION, 'previous_secret');
