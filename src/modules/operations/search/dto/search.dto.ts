import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../../../booking/reservations/index.js';

const NULLABLE_STRING = { type: String, nullable: true } as const;
const DATE = { type: String, format: 'date-time' } as const;

export class SearchQueryDto {
  /** Words of a name, a phone, an e-mail address or a message. */
  @Text(MAX_QUERY_LENGTH, { example: 'luna' })
  q!: string;
}

export class FoundContactDto {
  _id!: string;
  full_name!: string;
  @ApiProperty(NULLABLE_STRING) phone!: string | null;
  @ApiProperty(NULLABLE_STRING) email!: string | null;
  @ApiProperty(NULLABLE_STRING) avatar_url!: string | null;
  /** The latest conversation with them. */
  @ApiProperty(NULLABLE_STRING) conversation_id!: string | null;
}

export class FoundPetDto {
  _id!: string;
  contact_id!: string;
  name!: string;
  @ApiProperty(NULLABLE_STRING) species!: string | null;
  @ApiProperty(NULLABLE_STRING) contact_name!: string | null;
  /** The latest conversation with the contact. */
  @ApiProperty(NULLABLE_STRING) conversation_id!: string | null;
}

export class ExcerptPartDto {
  text!: string;
  /** True for the words that were searched for. */
  match!: boolean;
}

export class FoundMessageDto {
  _id!: string;
  conversation_id!: string;
  contact_id!: string;
  @ApiProperty(NULLABLE_STRING) contact_name!: string | null;
  /** For `GET /conversations/{id}/messages?around_seq=`. */
  seq!: number;
  /** The text around the first match, in one line and in pieces; `…` where it is cut. */
  excerpt!: ExcerptPartDto[];
  @ApiProperty({ enum: ['inbound', 'outbound'] }) direction!: 'inbound' | 'outbound';
  /** `internal` is a note among staff. */
  @ApiProperty({ enum: ['public', 'internal'] }) visibility!: 'public' | 'internal';
  @ApiProperty(DATE) sent_at!: Date;
}

export class FoundAppointmentDto {
  _id!: string;
  @ApiProperty(NULLABLE_STRING) contact_id!: string | null;
  @ApiProperty(NULLABLE_STRING) service_name!: string | null;
  @ApiProperty({ enum: APPOINTMENT_STATUSES }) status!: AppointmentStatus;
  @ApiProperty(DATE) starts_at!: Date;
  @ApiProperty(DATE) ends_at!: Date;
  @ApiProperty(NULLABLE_STRING) contact_name!: string | null;
  /** The latest conversation with the contact. */
  @ApiProperty(NULLABLE_STRING) conversation_id!: string | null;
}

/** At most five of each kind; a kind that the caller's role may not read is empty. */
export class SearchResultDto {
  contacts!: FoundContactDto[];
  pets!: FoundPetDto[];
  /** The newest first. */
  messages!: FoundMessageDto[];
  /** The next appointment of each contact that was found, also of the contacts of the pets; the soonest first. */
  appointments!: FoundAppointmentDto[];
}
