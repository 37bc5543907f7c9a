import { ApiProperty } from '@nestjs/swagger';
import { appointmentStatus, policyView, PROOF_STATES, type ProofState } from '../../appointments/index.js';
import { type BookableService, GATE_KINDS } from '../../catalog/index.js';
import { CURRENCY, Instant, Money, PRICE, Text } from '../../../../core/http/index.js';
import { APPOINTMENT_STATUSES, type AppointmentStatus, type StoredBooking } from '../../reservations/index.js';
import { type PublicPage, shownStaffNames } from '../public-page-loader.js';
import { PublicThemeDto, themeOf } from './public-theme.dto.js';

const MAX_REASON = 500;

/** The effect of the agreed policy now. */
export class PublicPolicyDto {
  @ApiProperty()
  can_cancel!: boolean;

  @ApiProperty({ ...PRICE, nullable: false })
  cancel_fee!: number;

  @ApiProperty()
  can_reschedule!: boolean;

  @ApiProperty({ ...PRICE, nullable: false })
  reschedule_fee!: number;

  @ApiProperty({ description: 'Until so many hours before it begins, cancelling costs nothing' })
  free_cancel_hours!: number;

  @ApiProperty()
  free_reschedule_hours!: number;

  @ApiProperty({ description: 'Of the price, for cancelling or moving later' })
  late_fee_percent!: number;

  @ApiProperty({ description: 'How often the customer may move the appointment in all' })
  max_reschedules!: number;

  @ApiProperty({ description: 'Of the price' })
  no_show_fee_percent!: number;
}

/** An appointment for its customer: without notes of staff and data of others. */
export class PublicAppointmentDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Names the public page; null while the page is off' })
  company_slug!: string | null;

  @ApiProperty({ type: PublicThemeDto })
  theme!: PublicThemeDto;

  @ApiProperty({ type: String, nullable: true })
  company_phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  company_address!: string | null;

  @ApiProperty({ type: String, nullable: true })
  service_name!: string | null;

  @ApiProperty()
  service_id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null where the page names nobody' })
  staff_name!: string | null;

  @ApiProperty({ enum: APPOINTMENT_STATUSES })
  status!: AppointmentStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  ends_at!: string;

  @ApiProperty()
  time_zone!: string;

  @ApiProperty()
  pet_count!: number;

  @ApiProperty(PRICE)
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ ...PRICE, description: 'The fee for moving or cancelling the appointment' })
  fee!: number | null;

  @ApiProperty({ type: PublicPolicyDto })
  policy!: PublicPolicyDto;
}

/** A proof that the appointment waits for, such as a picture of a vaccination card. */
export class WantedProofDto {
  @ApiProperty({ enum: GATE_KINDS })
  kind!: string;

  @ApiProperty({ example: 'Rabies' })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  pet_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  pet_name!: string | null;

  @ApiProperty({ enum: ['missing', ...PROOF_STATES], description: 'Of the newest file' })
  state!: ProofState | 'missing';
}

export class ManagedAppointmentDto {
  @ApiProperty({ type: PublicAppointmentDto })
  appointment!: PublicAppointmentDto;

  @ApiProperty({ type: [WantedProofDto], description: 'Send each by `POST proofs`' })
  wanted_proofs!: WantedProofDto[];
}

const EXPECTED_FEE = { optional: true, description: 'The fee that the customer saw. Another fee is 409 FEE_CHANGED' };

export class CancelManagedDto {
  @Money(EXPECTED_FEE)
  expected_fee?: number;

  @Text(MAX_REASON, { nullable: true })
  reason?: string | null;
}

export class RescheduleManagedDto {
  @Money(EXPECTED_FEE)
  expected_fee?: number;

  @Instant()
  starts_at!: string;
}

export function toPublicAppointmentDto({ company, catalog }: PublicPage, booking: StoredBooking): PublicAppointmentDto {
  return {
    _id: booking._id.toHexString(),
    company_name: company.name,
    company_slug: catalog.settings.public_page ? company.slug : null,
    theme: themeOf(company),
    company_phone: company.phone,
    company_address: company.address,
    service_name: serviceName(catalog.services, booking) ?? serviceName(booking.booked_services, booking) ?? null,
    service_id: booking.service_id.toHexString(),
    staff_name: shownStaffNames(catalog).get(booking.staff_id?.toHexString() ?? '') ?? null,
    status: appointmentStatus(booking),
    starts_at: booking.starts_at.toISOString(),
    ends_at: booking.ends_at.toISOString(),
    time_zone: booking.time_zone,
    pet_count: booking.pet_ids.length,
    price: booking.price,
    currency: booking.currency,
    fee: booking.fee,
    policy: { ...booking.policy, ...policyView(booking, new Date()) },
  };
}

const serviceName = (
  services: readonly Pick<BookableService, '_id' | 'name'>[],
  { service_id }: StoredBooking,
): string | undefined => services.find(({ _id }) => _id.equals(service_id))?.name;
