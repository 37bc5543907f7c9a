import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { TemplateComponents, TemplateVariable } from '../template-text.js';

const { Mixed } = MongooseSchema.Types;

/** `other`: a status that PetBuddy does not know. Such a template cannot be sent. */
export const TEMPLATE_STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'other'] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_CATEGORIES = ['utility', 'marketing', 'authentication'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

export const TEMPLATE_QUALITIES = ['green', 'yellow', 'red', 'unknown'] as const;

/** PetBuddy cannot send a file above the text, a code, or a part that it does not know. */
export const UNSUPPORTED_TEMPLATES = ['media_header', 'code', 'unknown_part'] as const;

/** A copy of a channel's template, as the provider last listed it. */
@Schema({ collection: 'message_templates' })
export class Template implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: MongooseSchema.Types.ObjectId, required: true })
  channel_id!: Types.ObjectId;

  /** The provider's id for the template in this language. */
  @Prop({ type: String, required: true })
  external_id!: string;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, required: true })
  language!: string;

  @Prop({ type: String, required: true, enum: TEMPLATE_STATUSES })
  status!: TemplateStatus;

  @Prop({ type: String, required: true, enum: TEMPLATE_CATEGORIES })
  category!: TemplateCategory;

  @Prop({ type: String, required: true, enum: TEMPLATE_QUALITIES })
  quality!: (typeof TEMPLATE_QUALITIES)[number];

  /** The provider's word for the reason, for instance ABUSIVE_CONTENT. */
  @Prop({ type: String, default: null })
  rejected_reason!: string | null;

  @Prop({ type: Mixed, required: true })
  components!: TemplateComponents;

  @Prop({ type: [Mixed], default: [] })
  variables!: TemplateVariable[];

  @Prop({ type: String, default: null, enum: [...UNSUPPORTED_TEMPLATES, null] })
  unsupported!: (typeof UNSUPPORTED_TEMPLATES)[number] | null;

  @Prop({ type: Date, required: true })
  synced_at!: Date;
}

export const TemplateSchema = tenantSchema(Template);
TemplateSchema.index({ company_id: 1, channel_id: 1, name: 1, language: 1 }, { unique: true });
TemplateSchema.index({ company_id: 1, name: 1, _id: 1 });
