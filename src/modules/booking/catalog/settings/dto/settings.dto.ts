import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Flag, Part, Parts, Text, TimeOfDay, Weight, WholeNumber } from '../../../../../core/http/index.js';
import { PolicyDto } from '../../services/dto/service-parts.dto.js';

const MAX_SIZES = 10;
const MAX_SIZE_NAME = 100;
const MAX_HOLD_MIN = 60;
const MAX_HOLDS = 10;
const [MIN_DEPOSIT_MIN, MAX_DEPOSIT_MIN] = [5, 1_440];
const MAX_OFFER_MIN = 1_440;
const MAX_REQUEST_HOURS = 720;
/** What WhatsApp allows. */
const MAX_TEMPLATE_NAME = 512;
const TEMPLATE_NAME = /^[a-z0-9_]+$/;
const MAX_TEMPLATE_LANGUAGE = 10;
const TEMPLATE_LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,3})?$/;

/** A size is everything up to its weight that is in no smaller one. */
export class SizeDto {
  @Text(MAX_SIZE_NAME)
  name!: string;

  @Weight({ nullable: true, description: 'Up to and with so many kilograms; null, of the last one: without end' })
  max_kg: number | null = null;
}

/** The WhatsApp template by which codes are sent; WhatsApp must have approved it as one for authentication. */
export class CodeTemplateDto {
  @ApiProperty({ pattern: TEMPLATE_NAME.source, example: 'booking_code' })
  @Text(MAX_TEMPLATE_NAME)
  @Matches(TEMPLATE_NAME, { message: '$property must be small letters, digits and underscores' })
  name!: string;

  @ApiProperty({ pattern: TEMPLATE_LANGUAGE.source, example: 'pt_BR' })
  @Text(MAX_TEMPLATE_LANGUAGE, { nullable: true, description: 'As WhatsApp writes it: en, pt_BR; null: the company’s' })
  @Matches(TEMPLATE_LANGUAGE, { message: '$property must be a language such as en or pt_BR' })
  language: string | null = null;
}

/** Local times of the company; `from` may lie after `to`, as in 21:00 to 08:00. */
export class QuietHoursDto {
  @TimeOfDay()
  from!: string;

  @TimeOfDay()
  to!: string;
}

/** How customers hear that an appointment is booked, changed or cancelled. */
export class CustomerNoticesDto {
  @Flag({ description: 'By mail, with a calendar file' })
  mail!: boolean;

  @Flag({ description: 'By a message in the conversation, while its reply window is open' })
  message!: boolean;
}

/** Fields that are left out stay as they are. */
export class UpdateBookingSettingsDto {
  @Parts(() => SizeDto, MAX_SIZES, { optional: true, minItems: 1, description: 'From small to large' })
  sizes?: SizeDto[];

  @WholeNumber(1, MAX_HOLD_MIN, { optional: true, description: 'How long a slot is held while somebody decides' })
  hold_minutes?: number;

  @WholeNumber(1, MAX_HOLDS, { optional: true, description: 'Slots a visitor of the public page may hold at once' })
  holds_per_visitor?: number;

  @Flag({ optional: true, description: 'Whether the public page is on' })
  public_page?: boolean;

  @Flag({ optional: true, description: 'Whether public bookings wait for somebody to approve them' })
  public_approval?: boolean;

  @WholeNumber(1, MAX_REQUEST_HOURS, {
    optional: true,
    description: 'Hours in which staff must approve a public request; afterwards it is cancelled and its time is free',
  })
  request_hours?: number;

  @Flag({ optional: true, description: 'Whether the public page tells who works when' })
  show_staff_names?: boolean;

  @Flag({ optional: true, description: 'Whether visitors prove their address or number by a code' })
  contact_check?: boolean;

  @Part(() => CodeTemplateDto, { optional: true, description: 'By which codes go to phones, on WhatsApp' })
  code_template?: CodeTemplateDto;

  @Flag({
    optional: true,
    description:
      'Whether customers are shown no starts that leave somebody a gap too short to sell; no day loses its last ones',
  })
  hide_dead_gaps?: boolean;

  @WholeNumber(1, MAX_OFFER_MIN, { optional: true, description: 'How long a freed slot is kept for who waits for it' })
  waitlist_offer_minutes?: number;

  @Part(() => QuietHoursDto, { nullable: true, description: 'Nothing is offered to the waitlist in these hours' })
  quiet_hours?: QuietHoursDto | null;

  @Part(() => CustomerNoticesDto, {
    optional: true,
    description: 'How customers hear that an appointment is booked, changed or cancelled',
  })
  customer_notices?: CustomerNoticesDto;

  @WholeNumber(MIN_DEPOSIT_MIN, MAX_DEPOSIT_MIN, {
    optional: true,
    description: 'Minutes in which a visitor must pay a deposit; afterwards the time is free',
  })
  deposit_minutes?: number;

  @Flag({ optional: true, description: 'Whether a deposit is paid back when the visit is cancelled free of charge' })
  deposit_refund?: boolean;

  @Part(() => PolicyDto, { optional: true, description: 'For services without one of their own' })
  policy?: PolicyDto;
}

export class BookingSettingsDto {
  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty({ type: [SizeDto] })
  sizes!: SizeDto[];

  @ApiProperty()
  hold_minutes!: number;

  @ApiProperty()
  holds_per_visitor!: number;

  @ApiProperty()
  public_page!: boolean;

  @ApiProperty()
  public_approval!: boolean;

  @ApiProperty()
  request_hours!: number;

  @ApiProperty()
  show_staff_names!: boolean;

  @ApiProperty()
  contact_check!: boolean;

  @ApiProperty({ type: CodeTemplateDto })
  code_template!: CodeTemplateDto;

  @ApiProperty()
  hide_dead_gaps!: boolean;

  @ApiProperty()
  waitlist_offer_minutes!: number;

  @ApiProperty({ type: QuietHoursDto, nullable: true })
  quiet_hours!: QuietHoursDto | null;

  @ApiProperty({ type: CustomerNoticesDto })
  customer_notices!: CustomerNoticesDto;

  @ApiProperty()
  deposit_minutes!: number;

  @ApiProperty()
  deposit_refund!: boolean;

  @ApiProperty({ type: PolicyDto })
  policy!: PolicyDto;
}
