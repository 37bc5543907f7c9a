import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { Platform } from './platform.js';

export interface ContactSocial {
  facebook_id: string | null;
  instagram_id: string | null;
  whatsapp_id: string | null;
  telegram_id: string | null;
}

/** A tag that a stored contact got. */
export interface AddedTag {
  readonly id: Types.ObjectId;
  readonly tag: string;
  readonly at: Date;
  /** The run of a flow that added it. */
  readonly run_id: Types.ObjectId | null;
}

const SOCIAL_ID = { type: String, default: null };

/** `search`, `match_keys` and `phone_normalized` are derived from the other fields. */
@Schema({ collection: 'contacts' })
export class Contact implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  full_name!: string;

  /** The name was made from a provider id; the first real name replaces it. */
  @Prop({ type: Boolean, required: true, default: false })
  is_name_placeholder!: boolean;

  @Prop({ type: String, default: null })
  email!: string | null;

  @Prop({ type: String, default: null })
  phone!: string | null;

  /** `+` and digits if the country is known, else digits. */
  @Prop({ type: String, default: null })
  phone_normalized!: string | null;

  @Prop({
    type: { facebook_id: SOCIAL_ID, instagram_id: SOCIAL_ID, whatsapp_id: SOCIAL_ID, telegram_id: SOCIAL_ID },
    _id: false,
    required: true,
  })
  social!: ContactSocial;

  /** A provider id is known, or the customer has written from there. */
  @Prop({ type: [String], default: [] })
  platforms!: Platform[];

  @Prop({ type: [String], default: [] })
  tags!: string[];

  /** Tags that nobody has acted on yet; absent if there are none. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: undefined })
  added_tags?: AddedTag[];

  @Prop({ type: String, default: null })
  notes!: string | null;

  @Prop({ type: Boolean, default: false })
  is_vip!: boolean;

  @Prop({ type: String, default: null })
  locale!: string | null;

  /** The stored picture, see {@link newPictureKey}; never shown. */
  @Prop({ type: String, default: null })
  avatar_key!: string | null;

  /** The contact that took this one's place. */
  @Prop({ type: Types.ObjectId, default: null })
  merged_into!: Types.ObjectId | null;

  /** The only merge or undo that works on this contact. */
  @Prop({ type: Types.ObjectId, default: null })
  merging!: Types.ObjectId | null;

  @Prop({ type: [String], required: true })
  search!: string[];

  @Prop({ type: [String], required: true })
  match_keys!: string[];

  @Prop({ type: Number, required: true, default: 0 })
  revision!: number;
}

export type NewContact = Omit<Contact, 'company_id' | 'created_at' | 'updated_at'>;

export const ContactSchema = tenantSchema(Contact);
ContactSchema.index({ company_id: 1, merged_into: 1, _id: -1 });
ContactSchema.index({ company_id: 1, search: 1, _id: -1 });
ContactSchema.index({ company_id: 1, match_keys: 1 });
ContactSchema.index({ company_id: 1, tags: 1, _id: -1 });
ContactSchema.index({ company_id: 1, avatar_key: 1 }, { partialFilterExpression: { avatar_key: { $type: 'string' } } });
ContactSchema.index({ company_id: 1, platforms: 1, _id: -1 });
ContactSchema.index({ company_id: 1, is_vip: 1, _id: -1 }, { partialFilterExpression: { is_vip: true } });
ContactSchema.index({ 'added_tags.at': 1 }, { partialFilterExpression: { added_tags: { $exists: true } } });
