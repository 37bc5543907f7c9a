import { ApiProperty } from '@nestjs/swagger';
import { CURRENCY, Pattern } from '../../../../core/http/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { DEPOSIT_STATUSES, type DepositStatus, type HoldDeposit } from '../deposits.js';
import type { IssuedLink } from '../manage-links.service.js';
import type { PublicPage } from '../public-page-loader.js';
import { toPublicAppointmentDto } from './public-appointment.dto.js';
import { PublicBookedDto } from './public-confirmation.dto.js';

const TAX_ID = /^(\d{11}|\d{14})$/;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

export class PayDepositDto {
  /** Of who pays; needed where `needs_tax_id` says so. The payment provider keeps it, and PetBuddy does not. */
  @Pattern(TAX_ID, 'a CPF or CNPJ: 11 or 14 digits', { optional: true, example: '24971563792' })
  tax_id?: string;
}

export class PublicPixDto {
  @ApiProperty({ ...NULLABLE_TEXT, description: 'The PIX code to copy' })
  code!: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'The code as a picture: PNG in base64' })
  qr_image!: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'A page of the provider where the same payment can be paid' })
  pay_url!: string | null;
}

export class PublicPaymentDto {
  @ApiProperty({
    enum: DEPOSIT_STATUSES,
    description: 'expired: the time is free again; refunded: the money came too late and is paid back',
  })
  status!: DepositStatus;

  @ApiProperty({ type: 'integer', example: 2_400, description: 'In minor units of the currency' })
  amount!: number;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expires_at!: string;

  @ApiProperty({ description: 'Whether the CPF or CNPJ of the payer must be sent' })
  needs_tax_id!: boolean;

  @ApiProperty({ type: PublicPixDto, nullable: true, description: 'null until the payment is made' })
  pix!: PublicPixDto | null;

  @ApiProperty({ type: PublicBookedDto, nullable: true, description: 'null until the time is booked' })
  booked!: PublicBookedDto | null;
}

export class PaymentStartedDto {
  @ApiProperty({ type: PublicPaymentDto })
  payment!: PublicPaymentDto;
}

export function toPublicBookedDto(page: PublicPage, booking: StoredBooking, link: IssuedLink): PublicBookedDto {
  return { appointment: toPublicAppointmentDto(page, booking), ...link };
}

export function toPublicPaymentDto(deposit: HoldDeposit, booked: PublicBookedDto | null): PublicPaymentDto {
  const { booked_id: _id, expires_at, ...shown } = deposit;
  return { ...shown, expires_at: expires_at.toISOString(), booked };
}
