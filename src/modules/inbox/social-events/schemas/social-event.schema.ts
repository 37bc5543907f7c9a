import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, type Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import {
  SOCIAL_KINDS,
  SOCIAL_VERBS,
  type SocialAuthor,
  type SocialDetails,
  type SocialKind,
  type SocialVerb,
} from '../social-event.js';

/** A comment, reaction, post or mention of an account, with all changes that the platform reported. */
@Schema({ collection: 'social_events' })
export class SocialEventRecord implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: MongooseSchema.Types.ObjectId, required: true })
  channel_id!: Types.ObjectId;

  /** The same for every report about one comment, reaction, post or mention. */
  @Prop({ type: String, required: true })
  key!: string;

  @Prop({ type: String, required: true, enum: SOCIAL_KINDS })
  kind!: SocialKind;

  /** The kind of the last change. */
  @Prop({ type: String, required: true, enum: SOCIAL_VERBS })
  verb!: SocialVerb;

  @Prop({ type: String, default: null })
  external_id!: string | null;

  @Prop({ type: String, default: null })
  post_id!: string | null;

  @Prop({ type: String, default: null })
  parent_id!: string | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  author!: SocialAuthor | null;

  @Prop({ type: String, default: null })
  text!: string | null;

  @Prop({ type: String, default: null })
  permalink!: string | null;

  @Prop({ type: MongooseSchema.Types.Mixed, default: {} })
  details!: SocialDetails;

  @Prop({ type: Boolean, required: true })
  is_own!: boolean;

  @Prop({ type: Boolean, default: false })
  is_hidden!: boolean;

  @Prop({ type: Boolean, default: false })
  is_removed!: boolean;

  @Prop({ type: Date, required: true })
  at!: Date;

  @Prop({ type: Date, required: true })
  changed_at!: Date;

  /** When the text last changed; missing until the text is known. */
  @Prop({ type: Date })
  content_at?: Date;

  /** Set for a comment of a customer until those who act on comments have seen it. */
  @Prop({ type: Date })
  unseen_since?: Date;

  /** When it was last hidden or shown. */
  @Prop({ type: Date })
  hidden_at?: Date;
}

export const SocialEventSchema = tenantSchema(SocialEventRecord);
SocialEventSchema.index({ company_id: 1, channel_id: 1, key: 1 }, { unique: true });
SocialEventSchema.index({ company_id: 1, channel_id: 1, 'author.id': 1 });
SocialEventSchema.index({ company_id: 1, channel_id: 1, at: -1, _id: -1 });
SocialEventSchema.index({ company_id: 1, kind: 1, at: -1, _id: -1 });
SocialEventSchema.index({ company_id: 1, at: -1, _id: -1 });
SocialEventSchema.index({ unseen_since: 1 }, { partialFilterExpression: { unseen_since: { $exists: true } } });
