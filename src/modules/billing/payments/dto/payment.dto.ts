import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Choice, Id, Money, PageQueryDto, Pattern, RawText, Text } from '../../../../core/http/index.js';
import {
  DESK_METHODS,
  type DeskMethod,
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  type PaymentMethod,
  type PaymentStatus,
  REFUND_STATUSES,
  type RefundStatus,
} from '../payment.types.js';

const MAX_DESCRIPTION = 200;
const MAX_KEY = 100;
const TAX_ID = /^(\d{11}|\d{14})$/;
const NULLABLE_ID = { type: String, nullable: true } as const;
const NULLABLE_TIME = { type: Date, nullable: true } as const;
const AMOUNT = { example: 9_000, description: 'In minor units of the currency' } as const;

class PaymentFiltersDto {
  @Id({ optional: true }) contact_id?: string;
  @Id({ optional: true }) appointment_id?: string;
  @Choice(PAYMENT_STATUSES, { optional: true }) status?: PaymentStatus;
  @Choice(PAYMENT_METHODS, { optional: true }) method?: PaymentMethod;
}

export class PaymentsQueryDto extends IntersectionType(PageQueryDto, PaymentFiltersDto) {}

/** For either an appointment or a contact. */
export class CreatePaymentDto {
  @Id({ optional: true }) appointment_id?: string;
  @Id({ optional: true }) contact_id?: string;

  /** For an appointment with a price at most what it still owes. */
  @Money({ minimum: 1 }) amount!: number;

  /** `desk`: the money is there. */
  @Choice(PAYMENT_METHODS) method!: PaymentMethod;

  /** How the customer paid at the desk; cash if left out. */
  @Choice(DESK_METHODS, { optional: true }) desk_method?: DeskMethod;

  @Text(MAX_DESCRIPTION, { optional: true }) description?: string;

  /** CPF or CNPJ of the customer, for the provider; PetBuddy does not keep it. */
  @Pattern(TAX_ID, 'a CPF or CNPJ: 11 or 14 digits', { optional: true, example: '24971563792' }) tax_id?: string;

  /** The caller's name for the request: the same key finds the same payment. */
  @RawText(MAX_KEY, { optional: true, minLength: 1 }) client_key?: string;
}

export class RefundPaymentDto {
  /** All that is left if it is left out. */
  @Money({ minimum: 1, optional: true }) amount?: number;

  @Text(MAX_DESCRIPTION, { optional: true }) reason?: string;

  /** The caller's name for the request: the same key pays back once. */
  @RawText(MAX_KEY, { optional: true, minLength: 1 }) client_key?: string;
}

export class RefundDto {
  _id!: string;
  @ApiProperty(AMOUNT) amount!: number;
  /** `requested`: the provider has not paid it back yet. */
  @ApiProperty({ enum: REFUND_STATUSES }) status!: RefundStatus;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  at!: Date;
  @ApiProperty(NULLABLE_ID) by!: string | null;
}

/** What the customer needs to pay at the provider. */
export class CheckoutDto {
  /** A page where the customer pays. */
  @ApiProperty({ type: String, nullable: true }) pay_url!: string | null;
  /** The boleto as a file. */
  @ApiProperty({ type: String, nullable: true }) slip_url!: string | null;
  /** PNG in base64; left out of lists. */
  @ApiProperty({ type: String, nullable: true }) qr_image!: string | null;
  /** The PIX code to copy, or the line of the boleto. */
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty({ example: '2030-01-10' }) due_date!: string;
  /** Why the last call of the provider failed. */
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
}

export class PaymentDto {
  _id!: string;
  @ApiProperty(NULLABLE_ID) appointment_id!: string | null;
  @ApiProperty(NULLABLE_ID) contact_id!: string | null;
  @ApiProperty(AMOUNT) amount!: number;
  @ApiProperty({ example: 'BRL' }) currency!: string;
  @ApiProperty({ enum: PAYMENT_METHODS }) method!: PaymentMethod;
  @ApiProperty({ type: String, enum: DESK_METHODS, nullable: true }) desk_method!: DeskMethod | null;
  @ApiProperty({ enum: PAYMENT_STATUSES }) status!: PaymentStatus;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  /** Money that came in. */
  @ApiProperty(AMOUNT) received!: number;
  /** Money that went back: refunds and chargebacks. */
  @ApiProperty({ ...AMOUNT, example: 0 }) refunded!: number;
  /** What may still be paid back. */
  @ApiProperty(AMOUNT) refundable!: number;
  refunds!: RefundDto[];
  @ApiProperty(NULLABLE_TIME) received_at!: Date | null;
  created_at!: Date;
  /** Null for payments at the desk. */
  @ApiProperty({ type: CheckoutDto, nullable: true }) checkout!: CheckoutDto | null;
  @ApiProperty(NULLABLE_ID) created_by!: string | null;
}

export class PaymentContactDto {
  _id!: string;
  full_name!: string;
}

export class PaymentRowDto extends PaymentDto {
  /** Null without a customer, and for a reader who may not see customers. */
  @ApiProperty({ type: PaymentContactDto, nullable: true }) contact!: PaymentContactDto | null;
}

export class PaymentPageDto {
  items!: PaymentRowDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
