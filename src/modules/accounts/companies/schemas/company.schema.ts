import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type HasRevision, platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

export const COMPANY_LOCALES = ['en', 'pt-BR'] as const;
export type CompanyLocale = (typeof COMPANY_LOCALES)[number];

export const DEFAULT_TIME_ZONE = 'UTC';
export const DEFAULT_LOCALE: CompanyLocale = 'en';

/** A tenant. Its `_id` is the scope of its documents. */
@Schema({ collection: 'companies' })
export class Company implements StoredDocument, HasRevision {
  _id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String, required: true })
  slug!: string;

  @Prop({ type: String, default: DEFAULT_TIME_ZONE })
  time_zone!: string;

  /** ISO 3166-1 alpha-2; null if unknown. */
  @Prop({ type: String, default: null })
  country!: string | null;

  /** ISO 4217; null until a country or a currency is known. Prices are whole numbers of its minor unit. */
  @Prop({ type: String, default: null })
  currency!: string | null;

  @Prop({ type: String, enum: COMPANY_LOCALES, default: DEFAULT_LOCALE })
  locale!: CompanyLocale;

  @Prop({ type: String, default: null })
  email!: string | null;

  @Prop({ type: String, default: null })
  phone!: string | null;

  @Prop({ type: String, default: null })
  website!: string | null;

  @Prop({ type: String, default: null })
  address!: string | null;

  /** Theme of the booking page, as `#1c6b57`. Absent or null: the colour of the product. */
  @Prop({ type: String })
  brand_color?: string | null;

  /** Shown on the booking page and in link previews. */
  @Prop({ type: String })
  booking_text_en?: string | null;

  @Prop({ type: String })
  booking_text_pt?: string | null;

  /** Origins that may show the booking page in a frame. */
  @Prop({ type: [String], default: undefined })
  embed_sites?: string[];

  /** Storage key. */
  @Prop({ type: String })
  logo_key?: string | null;

  /**
   * An owner who gives up the role is taken out first, in one atomic write that refuses to empty the list. So two
   * owners who leave at once cannot both succeed.
   */
  @Prop({ type: [Types.ObjectId], default: [] })
  owner_ids!: Types.ObjectId[];

  /** Grows when a person joins, is disabled or leaves, so that every process reads the staff again. */
  @Prop({ type: Number, default: 0 })
  staff_version!: number;

  @Prop({ type: Boolean })
  starter_pending?: boolean;

  @Prop({ type: Number })
  revision?: number;

  created_at!: Date;
  updated_at!: Date;
}

export const CompanySchema = platformSchema(Company);
CompanySchema.index({ slug: 1 }, { unique: true });
CompanySchema.index({ starter_pending: 1 }, { partialFilterExpression: { starter_pending: true } });
