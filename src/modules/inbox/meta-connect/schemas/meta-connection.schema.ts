import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { ConnectionFinding, FoundAccount } from '../accounts/account-finding.js';
import type { MetaPlatform } from '../../meta/index.js';

/**
 * `started`: the person is in the dialog. `working`: the log-in is checked and its accounts are listed. `choosing`: the
 * person chooses accounts. `connecting`: they are connected. The others are final.
 */
export const CONNECTION_STATES = [
  'started',
  'working',
  'choosing',
  'connecting',
  'connected',
  'failed',
  'cancelled',
  'expired',
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** `waiting`: for the first event of a customer. */
export const STEP_STATUSES = ['pending', 'running', 'waiting', 'done', 'failed'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export const LOGIN_STEPS = ['login', 'exchange', 'permissions', 'accounts'] as const;
export const TEST_EVENT = 'test_event';

export interface ConnectionStep {
  name: string;
  status: StepStatus;
  /** The result, or what to do. */
  message?: string;
  /** The id of the account; absent for steps of the log-in. */
  external_id?: string;
}

export interface ConnectionError {
  code: string;
  message: string;
}

/** One log-in at Meta, from the dialog to the connected channels. Its id is secret until the person comes back. */
@Schema({ collection: 'meta_connections' })
export class MetaConnection implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  product!: MetaPlatform;

  @Prop({ type: String, required: true, enum: CONNECTION_STATES })
  state!: ConnectionState;

  /** SHA-256 of the state parameter of the dialog. It stays, so that a second use is recognised. */
  @Prop({ type: String })
  state_hash?: string;

  /** The channel to connect again. */
  @Prop({ type: Types.ObjectId })
  channel_id?: Types.ObjectId;

  /** When the person came back. Live events begin then. */
  @Prop({ type: Date })
  opened_at?: Date;

  @Prop({ type: Date, required: true })
  expires_at!: Date;

  /** The current run. Writes of an older run are refused. */
  @Prop({ type: String })
  run_id?: string;

  /** After this time the run counts as dead. */
  @Prop({ type: Date })
  busy_until?: Date;

  /** Sealed JSON of `ConnectionSecrets`; deleted in a final state. */
  @Prop({ type: String })
  secrets?: string;

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  steps!: ConnectionStep[];

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  accounts!: FoundAccount[];

  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] })
  findings!: ConnectionFinding[];

  @Prop({ type: MongooseSchema.Types.Mixed })
  error?: ConnectionError;
}

export const MetaConnectionSchema = tenantSchema(MetaConnection);
MetaConnectionSchema.index(
  { state_hash: 1 },
  { unique: true, partialFilterExpression: { state_hash: { $exists: true } } },
);
MetaConnectionSchema.index({ expires_at: 1 });
MetaConnectionSchema.index({ created_at: 1 });
