import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique } from 'class-validator';
import { Email, Part, Parts, Pattern, Phone, Text, Weight } from '../../../../core/http/index.js';
import { MAX_QUOTE_ID } from '../../appointments/index.js';
import { MAX_PETS } from '../../engine/index.js';
import { CODE_CHANNELS, type CodeChannel } from '../code-address.js';
import type { SentCode } from '../contact-checks.service.js';
import { PublicAppointmentDto } from './public-appointment.dto.js';

const MAX_NAME = 200;
const MAX_LABEL = 100;
const MAX_NOTES = 2_000;
const CODE = /^\d{6}$/;

/** The visitor's name with a mail address, a phone number, or both. */
export class IntroductionDto {
  @Text(MAX_NAME)
  full_name!: string;

  @Email({ optional: true })
  email?: string;

  @Phone({ optional: true, description: 'With the country, where a code is to go to it' })
  phone?: string;
}

export class PetIntroductionDto {
  @Text(MAX_LABEL)
  name!: string;

  @Text(MAX_LABEL, { optional: true })
  species?: string;

  @Text(MAX_LABEL, { optional: true })
  breed?: string;

  @Text(MAX_LABEL, { optional: true })
  coat?: string;

  @Weight({ optional: true })
  weight_kg?: number;
}

export class ConfirmPublicHoldDto {
  @Part(() => IntroductionDto)
  contact!: IntroductionDto;

  @Parts(() => PetIntroductionDto, MAX_PETS, { optional: true, default: [] })
  @ArrayUnique((pet: PetIntroductionDto | null) => String(pet?.name).toLowerCase(), {
    message: 'pets must have names of their own',
  })
  pets: PetIntroductionDto[] = [];

  @Text(MAX_QUOTE_ID, { optional: true, description: 'Accepts the quote with this id of a QUOTE_CHANGED answer' })
  accept_quote?: string;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Pattern(CODE, 'six digits', { optional: true, description: 'Six digits that were sent' })
  code?: string;
}

export class VerificationDto {
  @ApiProperty({ enum: CODE_CHANNELS, description: 'The mail address where one was given, else the phone on WhatsApp' })
  channel!: CodeChannel;

  @ApiProperty({ type: String, format: 'date-time', description: 'When both the code and the hold are still good' })
  expires_at!: string;
}

export class VerificationStartedDto {
  @ApiProperty({ type: VerificationDto })
  verification!: VerificationDto;
}

export class PublicBookedDto {
  @ApiProperty({ type: PublicAppointmentDto })
  appointment!: PublicAppointmentDto;

  @ApiProperty({ description: 'Where the customer manages the appointment without a log-in' })
  manage_url!: string;

  @ApiProperty()
  manage_token!: string;
}

export function toVerificationStartedDto({ channel, expires_at }: SentCode): VerificationStartedDto {
  return { verification: { channel, expires_at: expires_at.toISOString() } };
}
