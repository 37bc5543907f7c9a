import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { Language } from '../../assistant-core/index.js';

/** `shadow`: drafts are only compared with what staff write. `suggest`: staff get drafts. `auto`: it answers customers. */
export const ASSISTANT_MODES = ['off', 'shadow', 'suggest', 'auto'] as const;
export type AssistantMode = (typeof ASSISTANT_MODES)[number];

export interface ChannelMode {
  readonly channel_id: Types.ObjectId;
  readonly mode: AssistantMode;
}

/** How the assistant of a company works. Absent fields have their default. */
@Schema({ collection: 'assistant_settings' })
export class StoredAssistantSettings implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, enum: ASSISTANT_MODES })
  mode?: AssistantMode;

  /** Of channels that differ from the company. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: undefined })
  channel_modes?: ChannelMode[];

  @Prop({ type: [String], default: undefined })
  languages?: Language[];

  @Prop({ type: Number })
  debounce_ms?: number;

  /** US cents; null: no limit. */
  @Prop({ type: MongooseSchema.Types.Mixed })
  budget?: { monthly_cents: number | null };

  @Prop({ type: String })
  emergency_phone?: string | null;

  @Prop({ type: [String], default: undefined })
  policies?: string[];

  /** The published prompt. This field alone decides which prompt is published. */
  @Prop({ type: Number })
  prompt_number?: number | null;

  /** The highest number that a prompt has had. */
  @Prop({ type: Number })
  last_prompt_number?: number;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const StoredAssistantSettingsSchema = tenantSchema(StoredAssistantSettings);
StoredAssistantSettingsSchema.index({ company_id: 1 }, { unique: true });
