import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';

const { Mixed } = MongooseSchema.Types;

/** Before a visit, after a completed one, when the next visit is due, before a vaccination expires, and asking for a review. */
export const REMINDER_KINDS = ['reminder', 'aftercare', 'rebook', 'vaccination', 'review'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const REMINDER_LOCALES = ['pt-BR', 'en', 'es'] as const;
export type ReminderLocale = (typeof REMINDER_LOCALES)[number];

/** `message`: in a conversation whose reply window is open; `template`: by a template of WhatsApp outside of it. */
export const REMINDER_CHANNELS = ['message', 'template', 'mail'] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

export type ReminderTexts = Partial<Record<ReminderLocale, string>>;

/** A template of the WhatsApp channels, and a text for each of its variables. The texts may hold variables of rules. */
export interface ReminderTemplate {
  name: string;
  values: Record<string, string>;
}

/** When PetBuddy writes to customers by itself, what, and by which ways. */
@Schema({ collection: 'reminder_rules' })
export class ReminderRule implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true, enum: REMINDER_KINDS })
  kind!: ReminderKind;

  /** Empty: all services. */
  @Prop({ type: [Types.ObjectId], default: [] })
  service_ids!: Types.ObjectId[];

  /** For reminders and vaccinations, before the start or the last valid day; null for other kinds. */
  @Prop({ type: Number, default: null })
  minutes_before!: number | null;

  /** For the other kinds, after the end of the visit; null if `hours_after` is set. */
  @Prop({ type: Number, default: null })
  days_after!: number | null;

  @Prop({ type: Number, default: null })
  hours_after!: number | null;

  /** A contact is asked for a review at most once in so many months; null for other kinds. */
  @Prop({ type: Number, default: null })
  once_per_months!: number | null;

  @Prop({ type: Mixed, required: true })
  text!: ReminderTexts;

  @Prop({ type: [String], required: true })
  channels!: ReminderChannel[];

  @Prop({ type: Mixed, default: null })
  template!: ReminderTemplate | null;

  @Prop({ type: Boolean, required: true })
  active!: boolean;

  /** Everything that was due until then is decided. */
  @Prop({ type: Date, required: true })
  swept_until!: Date;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const ReminderRuleSchema = tenantSchema(ReminderRule);
ReminderRuleSchema.index({ company_id: 1, _id: 1 });
ReminderRuleSchema.index({ swept_until: 1 }, { partialFilterExpression: { active: true } });
