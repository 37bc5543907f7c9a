import { ApiProperty } from '@nestjs/swagger';
import { CURRENCY, PRICE } from '../../../../../core/http/index.js';
import { type BookableService, SERVICE_KINDS, type ServiceKind } from '../service.schema.js';
import {
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
} from './service-parts.dto.js';

/** Something customers book. Durations are minutes, times "HH:MM" on the company's wall. */
export class ServiceDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  description!: string | null;

  @ApiProperty({ enum: SERVICE_KINDS })
  kind!: ServiceKind;

  @ApiProperty()
  duration_min!: number;

  @ApiProperty()
  buffer_before_min!: number;

  @ApiProperty()
  buffer_after_min!: number;

  @ApiProperty()
  step_min!: number;

  @ApiProperty()
  lead_time_min!: number;

  @ApiProperty({ type: Number, nullable: true })
  public_lead_time_min!: number | null;

  @ApiProperty({ description: 'How many days ahead customers book' })
  horizon_days!: number;

  @ApiProperty({ description: 'How many days ahead staff book, also series' })
  staff_horizon_days!: number;

  @ApiProperty(PRICE)
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ type: [String] })
  staff_ids!: string[];

  @ApiProperty()
  require_staff!: boolean;

  @ApiProperty({ type: [StaffOverrideDto] })
  staff_overrides!: StaffOverrideDto[];

  @ApiProperty({ type: [ServiceRequirementDto] })
  requirements!: ServiceRequirementDto[];

  @ApiProperty({ type: [SegmentDto] })
  segments!: SegmentDto[];

  @ApiProperty({ type: PetsRuleDto })
  pets!: PetsRuleDto;

  @ApiProperty({ type: [String] })
  accepted_species!: string[];

  @ApiProperty({ type: [PetMatrixRowDto] })
  pet_matrix!: PetMatrixRowDto[];

  @ApiProperty({ type: [AddOnDto] })
  add_ons!: AddOnDto[];

  @ApiProperty({ type: [GateDto] })
  gates!: GateDto[];

  @ApiProperty({ type: PolicyDto, nullable: true, description: 'null: that of the booking settings' })
  policy!: PolicyDto | null;

  @ApiProperty({ type: DepositDto, nullable: true, description: 'Paid online before the booking counts; null: none' })
  deposit!: DepositDto | null;

  @ApiProperty()
  active!: boolean;

  @ApiProperty()
  public!: boolean;

  @ApiProperty({ type: DoorHoursDto, nullable: true })
  arrival!: DoorHoursDto | null;

  @ApiProperty({ type: DoorHoursDto, nullable: true })
  pickup!: DoorHoursDto | null;

  @ApiProperty({ type: [Number], description: 'ISO: 1 Monday ... 7 Sunday' })
  weekdays!: number[];

  @ApiProperty({ type: Number, nullable: true })
  min_nights!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  max_nights!: number | null;

  @ApiProperty()
  half_day!: boolean;

  @ApiProperty({ type: HalvesDto, nullable: true })
  halves!: HalvesDto | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of services, the oldest first. */
export class ServicePageDto {
  @ApiProperty({ type: [ServiceDto] })
  items!: ServiceDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toServiceDto({ revision, ...service }: BookableService, currency: string): ServiceDto {
  return {
    ...service,
    deposit: service.deposit ?? null,
    currency,
    version: revision,
    _id: service._id.toHexString(),
    company_id: service.company_id.toHexString(),
    staff_ids: service.staff_ids.map((id) => id.toHexString()),
  };
}
