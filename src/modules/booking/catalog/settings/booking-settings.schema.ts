import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type {
  BookingSettingsDto,
  CodeTemplateDto,
  CustomerNoticesDto,
  QuietHoursDto,
  SizeDto,
} from './dto/settings.dto.js';
import type { PolicyDto } from '../services/dto/service-parts.dto.js';

const { Mixed } = MongooseSchema.Types;

/** Unset fields are absent: see `DEFAULT_SETTINGS`. */
@Schema({ collection: 'booking_settings' })
export class BookingSettings implements TenantDocument, HasRevision, Partial<Omit<BookingSettingsDto, 'version'>> {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Number })
  revision?: number;

  @Prop({ type: [Mixed], default: undefined })
  sizes?: SizeDto[];

  @Prop({ type: Number })
  hold_minutes?: number;

  @Prop({ type: Number })
  holds_per_visitor?: number;

  @Prop({ type: Boolean })
  public_page?: boolean;

  @Prop({ type: Boolean })
  public_approval?: boolean;

  @Prop({ type: Number })
  request_hours?: number;

  @Prop({ type: Boolean })
  show_staff_names?: boolean;

  @Prop({ type: Boolean })
  contact_check?: boolean;

  @Prop({ type: Mixed })
  code_template?: CodeTemplateDto;

  @Prop({ type: Boolean })
  hide_dead_gaps?: boolean;

  @Prop({ type: Number })
  waitlist_offer_minutes?: number;

  @Prop({ type: Mixed })
  quiet_hours?: QuietHoursDto | null;

  @Prop({ type: Mixed })
  customer_notices?: CustomerNoticesDto;

  @Prop({ type: Number })
  deposit_minutes?: number;

  @Prop({ type: Boolean })
  deposit_refund?: boolean;

  @Prop({ type: Mixed })
  policy?: PolicyDto;
}

export const BookingSettingsSchema = tenantSchema(BookingSettings);
BookingSettingsSchema.index({ company_id: 1 }, { unique: true });
