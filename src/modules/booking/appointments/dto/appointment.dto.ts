import { ApiProperty } from '@nestjs/swagger';
import {
  APPOINTMENT_SOURCES,
  APPOINTMENT_STATUSES,
  type AppointmentSource,
  type AppointmentStatus,
  type StoredBooking,
} from '../../reservations/index.js';
import { CURRENCY, PRICE } from '../../../../core/http/index.js';
import { PolicyDto } from '../../catalog/index.js';
import type { AppointmentLineView, AppointmentView, FindingView } from '../appointment.view.js';
import type { AppointmentRow } from '../appointment-rows.service.js';
import type { Conflict } from '../booking/appointment-changes.service.js';
import type { PolicyView } from '../booking/policy.js';

const NULLABLE = { type: String, nullable: true } as const;
const FEE = { ...PRICE, nullable: false } as const;
const DATE = { type: String, format: 'date-time' } as const;

export class AppointmentLineDto implements AppointmentLineView {
  @ApiProperty(NULLABLE) pet_id!: string | null;
  @ApiProperty() service_id!: string;
  @ApiProperty(NULLABLE) staff_id!: string | null;
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(DATE) ends_at!: string;
  @ApiProperty(PRICE) price!: number | null;
  @ApiProperty({ type: [String] }) add_ons!: string[];
  @ApiProperty({ type: [String] }) resource_ids!: string[];
}

/** A failed or pending gate. */
export class FindingDto implements FindingView {
  @ApiProperty() kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty(NULLABLE) pet_id!: string | null;
}

/** The effect of the agreed policy now. */
export class AppointmentPolicyDto implements PolicyView {
  @ApiProperty(FEE) cancel_fee!: number;
  @ApiProperty(FEE) reschedule_fee!: number;
  @ApiProperty({ description: 'Whether the customer may' }) can_cancel!: boolean;
  @ApiProperty({ description: 'Whether the customer may' }) can_reschedule!: boolean;
}

export class ReasonedByDto {
  @ApiProperty({ description: 'Id of the user' }) by!: string;
  @ApiProperty() reason!: string;
}

export class AppointmentDto implements AppointmentView {
  @ApiProperty() _id!: string;
  @ApiProperty() company_id!: string;
  @ApiProperty(NULLABLE) contact_id!: string | null;
  @ApiProperty({ ...NULLABLE, description: 'Of the first line' }) pet_id!: string | null;
  @ApiProperty({ type: [String] }) pet_ids!: string[];
  @ApiProperty() service_id!: string;
  @ApiProperty(NULLABLE) staff_id!: string | null;
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(DATE) ends_at!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Of boarding' }) nights!: number | null;
  @ApiProperty({ description: 'IANA name' }) time_zone!: string;
  @ApiProperty({ enum: APPOINTMENT_STATUSES }) status!: AppointmentStatus;
  @ApiProperty({ ...DATE, nullable: true, description: 'Of a hold' }) expires_at!: string | null;
  @ApiProperty(PRICE) price!: number | null;
  @ApiProperty(CURRENCY) currency!: string;
  @ApiProperty(NULLABLE) notes!: string | null;
  @ApiProperty({ type: [AppointmentLineDto], description: 'One a pet' }) lines!: AppointmentLineDto[];
  @ApiProperty({ type: [String], description: 'Ids of what it takes' }) resources!: string[];
  @ApiProperty({ enum: APPOINTMENT_SOURCES }) source!: AppointmentSource;
  @ApiProperty(NULLABLE) series_id!: string | null;
  @ApiProperty(NULLABLE) cancel_reason!: string | null;
  @ApiProperty({
    ...DATE,
    nullable: true,
    description: 'Before ends_at if the pets left early: the time after it is free',
  })
  completed_at!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the customer said to come to this start; a move takes it away',
  })
  confirmed_by_customer!: string | null;
  @ApiProperty({ ...PRICE, description: 'What moving, cancelling or not coming has cost' }) fee!: number | null;
  @ApiProperty({ type: AppointmentPolicyDto }) policy!: AppointmentPolicyDto;
  @ApiProperty({ type: [FindingDto] }) warnings!: FindingDto[];
  @ApiProperty({ type: [FindingDto] }) pending_on!: FindingDto[];
  @ApiProperty() overbooked!: boolean;
  @ApiProperty({ type: ReasonedByDto, nullable: true }) overbook!: ReasonedByDto | null;
  @ApiProperty({ type: ReasonedByDto, nullable: true, description: 'Who overrode the scheduling rules, and why' })
  override!: ReasonedByDto | null;
  @ApiProperty({ ...NULLABLE, description: 'User who made the last change; null: the customer or the system' })
  changed_by!: string | null;
  @ApiProperty({ description: 'Grows with every change' }) version!: number;
  @ApiProperty(DATE) created_at!: string;
  @ApiProperty(DATE) updated_at!: string;
}

export class AppointmentAnswerDto {
  @ApiProperty({ type: AppointmentDto }) appointment!: AppointmentDto;
}

/** A reason to refuse a change; the same as the error of the PATCH. */
export class ConflictDto implements Conflict {
  @ApiProperty({ example: 'SLOT_TAKEN' }) code!: string;
  @ApiProperty() message!: string;
  @ApiProperty({ type: Object, required: false }) details?: unknown;
}

export class AppointmentPreviewDto {
  @ApiProperty({ type: AppointmentDto, description: 'The appointment as the change would make it; nothing is stored' })
  appointment!: AppointmentDto;
  @ApiProperty({ ...PRICE, description: 'The price before the change' }) price_before!: number | null;
  @ApiProperty({ type: [ConflictDto], description: 'Why the change would be refused; empty if it can be made' })
  conflicts!: ConflictDto[];
}

export class AppointmentRowDto extends AppointmentDto implements AppointmentRow {
  @ApiProperty({ ...NULLABLE, example: 'Bath', description: 'Null if the service was deleted' })
  service_name!: string | null;

  @ApiProperty({
    ...NULLABLE,
    example: 'Ana Souza',
    description: 'Null if nobody is named; stays after the colleague has left',
  })
  staff_name!: string | null;
}

/** One page of appointments, ordered by start. */
export class AppointmentPageDto {
  @ApiProperty({ type: [AppointmentRowDto] }) items!: AppointmentRowDto[];
  @ApiProperty(NULLABLE) nextCursor!: string | null;
}

export class HoldDto {
  @ApiProperty() _id!: string;
  @ApiProperty() service_id!: string;
  @ApiProperty(NULLABLE) staff_id!: string | null;
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(DATE) ends_at!: string;
  @ApiProperty(DATE) expires_at!: string;
  @ApiProperty(NULLABLE) contact_id!: string | null;
  @ApiProperty({ type: [String] }) pet_ids!: string[];
  @ApiProperty(PRICE) price!: number | null;
  @ApiProperty(CURRENCY) currency!: string;
  @ApiProperty({ type: PolicyDto, description: 'The policy that the appointment gets when this hold is confirmed' })
  policy!: PolicyDto;
  @ApiProperty({ type: [AppointmentLineDto] }) lines!: AppointmentLineDto[];
}

export class HoldAnswerDto {
  @ApiProperty({ type: HoldDto }) hold!: HoldDto;
}

export function toHoldDto(
  view: AppointmentView,
  { updated_at, policy }: Pick<StoredBooking, 'updated_at' | 'policy'>,
): HoldDto {
  const { _id, service_id, staff_id, starts_at, ends_at, contact_id, pet_ids, price, currency, lines } = view;
  const expires_at = view.expires_at ?? updated_at.toISOString();
  const when = { starts_at, ends_at, expires_at };
  return { _id, service_id, staff_id, ...when, contact_id, pet_ids, price, currency, policy, lines };
}
