import { ApiProperty } from '@nestjs/swagger';
import { LocalDate } from '../../../../core/http/index.js';
import {
  DESK_METHODS,
  type DeskMethod,
  MOVEMENT_KINDS,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '../payment.types.js';

const SUM = { example: 45_000, description: 'In minor units of the currency' } as const;
const NULLABLE_ID = { type: String, nullable: true } as const;
const ENTRY_KINDS = ['charge', 'fee', ...MOVEMENT_KINDS] as const;

export class LedgerEntryDto {
  @ApiProperty({ enum: ENTRY_KINDS }) kind!: (typeof ENTRY_KINDS)[number];
  @ApiProperty({ ...SUM, description: 'In minor units; a refund or chargeback is below 0' }) amount!: number;
  at!: Date;
  @ApiProperty(NULLABLE_ID) appointment_id!: string | null;
  @ApiProperty(NULLABLE_ID) payment_id!: string | null;
}

export class AccountDto {
  @ApiProperty({ example: 'BRL' }) currency!: string;
  @ApiProperty(SUM) charges!: number;
  /** Fees of late changes and cancellations, and of visits to which nobody came. */
  @ApiProperty(SUM) fees!: number;
  @ApiProperty(SUM) received!: number;
  /** Refunds and chargebacks. */
  @ApiProperty(SUM) refunded!: number;
  /** Charges and fees less the money that stayed. Below 0: the customer has a credit. */
  @ApiProperty(SUM) owed!: number;
  /** Payment requests that the customer has not paid yet; they may still be paid. */
  @ApiProperty({ ...SUM, example: 0 }) requested!: number;
  entries!: LedgerEntryDto[];
}

export class DailyCloseQueryDto {
  @LocalDate({ optional: true, example: '2030-01-07', description: 'Local; the default is today' }) date?: string;
}

export class MoneyPeriodDto {
  @LocalDate({ optional: true, example: '2030-01-01', description: 'Local; the default is the start of this year' })
  from?: string;

  @LocalDate({ optional: true, example: '2030-12-31', description: 'Local, included; the default is today' })
  to?: string;
}

export class MoneySumsDto {
  @ApiProperty(SUM) received!: number;
  /** Refunds and chargebacks. */
  @ApiProperty({ ...SUM, example: 0 }) refunded!: number;
  @ApiProperty(SUM) net!: number;
}

export class MethodSumsDto extends MoneySumsDto {
  @ApiProperty({ enum: PAYMENT_METHODS }) method!: PaymentMethod;
  @ApiProperty({ type: String, enum: DESK_METHODS, nullable: true }) desk_method!: DeskMethod | null;
  /** Payments that came in. */
  count!: number;
}

export class DailyCloseDto extends MoneySumsDto {
  @ApiProperty({ example: '2030-01-07' }) date!: string;
  time_zone!: string;
  @ApiProperty({ example: 'BRL' }) currency!: string;
  by_method!: MethodSumsDto[];
}

export class MonthSumsDto extends MoneySumsDto {
  @ApiProperty({ example: '2030-01' }) month!: string;
  by_method!: MethodSumsDto[];
}

export class MoneyReportDto extends MoneySumsDto {
  @ApiProperty({ example: 'BRL' }) currency!: string;
  time_zone!: string;
  by_month!: MonthSumsDto[];
}
