import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

/** A user, or an API key with its name. */
export interface PromptAuthor {
  readonly _id: Types.ObjectId;
  readonly key_name?: string;
}

/** One version of how the company wants to sound. A draft changes; a prompt that was published never does. */
@Schema({ collection: 'assistant_prompts' })
export class AssistantPrompt implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** From 1; never used twice in a company. */
  @Prop({ type: Number, required: true })
  number!: number;

  @Prop({ type: String, required: true })
  text!: string;

  @Prop({ type: String, default: null })
  note!: string | null;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  author!: PromptAuthor;

  /** Null: a draft. */
  @Prop({ type: Date, default: null })
  published_at!: Date | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const AssistantPromptSchema = tenantSchema(AssistantPrompt);
AssistantPromptSchema.index({ company_id: 1, number: 1 }, { unique: true });
