import { Prop, Schema } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { type HasRevision, platformSchema, type StoredDocument } from '../../../../core/tenancy/index.js';

export const COMPANY_LOCALES = ['en', 'pt-BR'] as const;
export type CompanyLocale = (typeof COMPANY_LOCALES)[number];

export const DEFAULT_TIME_ZONE = 'UTC';
export const DEFAULT_LOCALE: CompanyLocale = 'en';

/** A tenant. Its `_id` is the scope of everything that belongs to it. */
@Schema({ collection: 'companies' })
export class Company implements StoredDocument, HasRevision {
  _id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  /** Names the company in public links. */
  @Prop({ type: String, required: true })
  slug!: string;

  /** IANA name, for instance America/Sao_Paulo. */
  @Prop({ type: String, default: DEFAULT_TIME_ZONE })
  time_zone!: string;

  /** ISO 3166-1 alpha-2; null where neither anybody nor the time zone says which. */
  @Prop({ type: String, default: null })
  country!: string | null;

  /** ISO 4217 code; prices are whole numbers of its minor unit. Null until it is chosen where the registration named no country. */
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

  /**
   * Users counted as owners. Giving up the role takes an id out of here first, in one atomic write that refuses to
   * empty the list, so two owners who leave at once can't both succeed.
   */
  @Prop({ type: [Types.ObjectId], default: [] })
  owner_ids!: Types.ObjectId[];

  /** Grows when somebody joins, is disabled or leaves, so that every process reads anew who works here. */
  @Prop({ type: Number, default: 0 })
  staff_version!: number;

  /** Booking has yet to set up the starter catalog that the registration asked for. */
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
