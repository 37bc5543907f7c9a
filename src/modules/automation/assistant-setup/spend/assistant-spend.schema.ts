import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';

/** What the language model has cost in a month: of the company, or the part of one conversation. */
@Schema({ collection: 'assistant_spend' })
export class SpentMonth implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  /** YYYY-MM in the time zone of the company. */
  @Prop({ type: String, required: true })
  month!: string;

  /** Null: the whole company. */
  @Prop({ type: Types.ObjectId, default: null })
  conversation_id!: Types.ObjectId | null;

  /** US cents. */
  @Prop({ type: Number, default: 0 })
  cents!: number;

  /** The part of trials and replays, in US cents. Only with the whole company. */
  @Prop({ type: Number })
  trial_cents?: number;

  @Prop({ type: Number, default: 0 })
  input_tokens!: number;

  @Prop({ type: Number, default: 0 })
  output_tokens!: number;

  /** When the managers were told that the budget is spent. */
  @Prop({ type: Date })
  told_at?: Date;
}

export const SpentMonthSchema = tenantSchema(SpentMonth);
SpentMonthSchema.index({ company_id: 1, month: 1, conversation_id: 1 }, { unique: true });
SpentMonthSchema.index({ updated_at: 1 });
