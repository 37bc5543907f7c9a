import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique } from 'class-validator';
import { CURRENCY, Email, Id, Part, Parts, Pattern, PRICE, Text, WholeNumber } from '../../../../../core/http/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../../engine/index.js';
import { IntroductionDto, PetIntroductionDto, PublicThemeDto } from '../../../online-booking/index.js';
import { WaitWindowDto } from '../../dto/waitlist.dto.js';
import { WAITLIST_STATES, type WaitlistState } from '../../waitlist-entry.schema.js';

const MAX_CLIENT_KEY = 100;
const MAX_NOTES = 2_000;
const CODE = /^\d{6}$/;
const DATE = { type: String, format: 'date-time' } as const;

/** Offers come to the mail address. */
export class WaitingCustomerDto extends IntroductionDto {
  @Email()
  declare email: string;
}

export class JoinWaitlistDto {
  @Text(MAX_CLIENT_KEY, {
    description: 'Id of the request, chosen by the client; repeating it returns the same entry',
  })
  client_key!: string;

  @Id()
  service_id!: string;

  @Id({ optional: true, description: 'Only where the page names its staff' })
  staff_id?: string;

  @Part(() => WaitWindowDto)
  window!: WaitWindowDto;

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;

  @Part(() => WaitingCustomerDto)
  contact!: WaitingCustomerDto;

  @Parts(() => PetIntroductionDto, MAX_PETS, { optional: true, default: [] })
  @ArrayUnique((pet: PetIntroductionDto | null) => String(pet?.name).toLowerCase(), {
    message: 'pets must have names of their own',
  })
  pets: PetIntroductionDto[] = [];

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Pattern(CODE, 'six digits', { optional: true, description: 'Six digits that were sent' })
  code?: string;
}

/** A time that is held for the customer until `expires_at`. */
export class PublicWaitOfferDto {
  @ApiProperty({ description: 'Names the offer in an answer' })
  _id!: string;

  @ApiProperty(DATE)
  starts_at!: string;

  @ApiProperty(DATE)
  ends_at!: string;

  @ApiProperty(DATE)
  expires_at!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null where the page names nobody' })
  staff_name!: string | null;

  @ApiProperty(PRICE)
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;
}

/** What became of the offer that the link is about; `ended`: it has expired, or the entry was changed. */
export const LINK_OFFERS = ['open', 'booked', 'declined', 'ended'] as const;

/** A waitlist entry for its customer. */
export class PublicWaitDto {
  @ApiProperty()
  company_name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Names the public page; null while the page is off' })
  company_slug!: string | null;

  @ApiProperty({ type: String, nullable: true })
  company_phone!: string | null;

  @ApiProperty({ type: PublicThemeDto })
  theme!: PublicThemeDto;

  @ApiProperty({ type: String, nullable: true })
  service_name!: string | null;

  @ApiProperty({ type: [String] })
  pet_names!: string[];

  @ApiProperty({ type: [WaitWindowDto] })
  windows!: WaitWindowDto[];

  @ApiProperty({ description: 'IANA name of the zone of all dates' })
  time_zone!: string;

  @ApiProperty({
    enum: [...WAITLIST_STATES, 'cancelled', 'left'],
    description: 'cancelled: the customer has the booked appointment no longer; left: the entry is deleted',
  })
  state!: WaitlistState | 'cancelled' | 'left';

  @ApiProperty({ type: PublicWaitOfferDto, nullable: true, description: 'The offer that can be answered now' })
  offer!: PublicWaitOfferDto | null;

  @ApiProperty({ enum: LINK_OFFERS, nullable: true, description: 'null for a link that is about no offer' })
  link_offer!: (typeof LINK_OFFERS)[number] | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Manages the booked appointment; null if its link is revoked',
  })
  manage_token!: string | null;

  @ApiProperty({ description: 'Whether the appointment waits for the company' })
  is_pending!: boolean;
}

export class JoinedWaitlistDto {
  @ApiProperty({ type: PublicWaitDto })
  entry!: PublicWaitDto;

  @ApiProperty({ description: 'Where the customer sees and leaves the entry without a log-in' })
  wait_url!: string;

  @ApiProperty()
  wait_token!: string;
}

export class AnswerOfferDto {
  @Id({ description: 'The offer that the customer saw; another one is 409 OFFER_ENDED' })
  offer_id!: string;
}
