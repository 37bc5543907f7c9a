import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type {
  AddOnDto,
  DepositDto,
  DoorHoursDto,
  GateDto,
  HalvesDto,
  PetMatrixRowDto,
  PetsRuleDto,
  PolicyDto,
  SegmentDto,
  ServiceRequirementDto,
  StaffOverrideDto,
} from './dto/service-parts.dto.js';

const { Mixed } = MongooseSchema.Types;

export const SERVICE_KINDS = ['timed', 'boarding', 'daycare'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** Parts are stored as sent, with hex ids. Every field is present. */
@Schema({ collection: 'services' })
export class BookableService implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: String, required: true })
  name!: string;

  @Prop({ type: String })
  description!: string | null;

  @Prop({ type: String, enum: SERVICE_KINDS, required: true })
  kind!: ServiceKind;

  @Prop({ type: Number, required: true })
  duration_min!: number;

  @Prop({ type: Number, required: true })
  buffer_before_min!: number;

  @Prop({ type: Number, required: true })
  buffer_after_min!: number;

  @Prop({ type: Number, required: true })
  step_min!: number;

  @Prop({ type: Number, required: true })
  lead_time_min!: number;

  @Prop({ type: Number })
  public_lead_time_min!: number | null;

  @Prop({ type: Number, required: true })
  horizon_days!: number;

  @Prop({ type: Number, required: true })
  staff_horizon_days!: number;

  @Prop({ type: Number })
  price!: number | null;

  @Prop({ type: [Types.ObjectId] })
  staff_ids!: Types.ObjectId[];

  @Prop({ type: Boolean, required: true })
  require_staff!: boolean;

  @Prop({ type: [Mixed] })
  staff_overrides!: StaffOverrideDto[];

  @Prop({ type: [Mixed] })
  requirements!: ServiceRequirementDto[];

  @Prop({ type: [Mixed] })
  segments!: SegmentDto[];

  @Prop({ type: Mixed, required: true })
  pets!: PetsRuleDto;

  @Prop({ type: [String] })
  accepted_species!: string[];

  @Prop({ type: [Mixed] })
  pet_matrix!: PetMatrixRowDto[];

  @Prop({ type: [Mixed] })
  add_ons!: AddOnDto[];

  @Prop({ type: [Mixed] })
  gates!: GateDto[];

  /** Null: the policy of the booking settings. */
  @Prop({ type: Mixed })
  policy!: PolicyDto | null;

  /** Absent in services that are older than the field. */
  @Prop({ type: Mixed })
  deposit?: DepositDto | null;

  @Prop({ type: Boolean, required: true })
  active!: boolean;

  @Prop({ type: Boolean, required: true })
  public!: boolean;

  @Prop({ type: Mixed })
  arrival!: DoorHoursDto | null;

  @Prop({ type: Mixed })
  pickup!: DoorHoursDto | null;

  @Prop({ type: [Number] })
  weekdays!: number[];

  @Prop({ type: Number })
  min_nights!: number | null;

  @Prop({ type: Number })
  max_nights!: number | null;

  @Prop({ type: Boolean, required: true })
  half_day!: boolean;

  @Prop({ type: Mixed })
  halves!: HalvesDto | null;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const BookableServiceSchema = tenantSchema(BookableService);
BookableServiceSchema.index({ company_id: 1, _id: 1 });
BookableServiceSchema.index({ company_id: 1, kind: 1, _id: 1 });
BookableServiceSchema.index({ company_id: 1, active: 1, _id: 1 });
