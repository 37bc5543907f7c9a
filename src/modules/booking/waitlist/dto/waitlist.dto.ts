import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  EndOfWindow,
  Id,
  Ids,
  LocalDate,
  PageQueryDto,
  Parts,
  Text,
  TimeOfDay,
  WholeNumber,
} from '../../../../core/http/index.js';
import { DiaryContactDto, DiaryPetDto } from '../../appointments/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import type { CustomerNotice } from '../../customer-notices/index.js';
import {
  ANSWER_WAYS,
  type AnswerWay,
  WAITLIST_STATES,
  type WaitlistAnswer,
  type WaitlistEntry,
  type WaitlistState,
} from '../waitlist-entry.schema.js';
import type { WaitWindow } from '../waitlist-ranking.js';

const MAX_WINDOWS = 10;
const MAX_NOTES = 2_000;

export class WaitWindowDto implements WaitWindow {
  @LocalDate({
    description: 'Local date. The window includes both days, has 62 days at most and must not end before today',
  })
  date_from!: string;

  @LocalDate()
  date_to!: string;

  @TimeOfDay({ optional: true, description: 'Not before this time of the day' })
  from?: string;

  @EndOfWindow({ optional: true, description: 'Over by this time of the day' })
  to?: string;
}

export class CreateWaitlistEntryDto {
  @Id()
  contact_id!: string;

  @Ids(MAX_PETS, { optional: true, default: [] })
  pet_ids: string[] = [];

  @Id()
  service_id!: string;

  @Id({ nullable: true, description: 'Only with this person' })
  staff_id?: string | null;

  @Parts(() => WaitWindowDto, MAX_WINDOWS, { minItems: 1 })
  windows!: WaitWindowDto[];

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding; the shortest stay where it is left out' })
  nights?: number;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;
}

/** Absent fields stay unchanged. */
export class UpdateWaitlistEntryDto {
  @Id({ nullable: true })
  staff_id?: string | null;

  @Parts(() => WaitWindowDto, MAX_WINDOWS, { optional: true, minItems: 1 })
  windows?: WaitWindowDto[];

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;
}

export class WaitlistQueryDto extends PageQueryDto {
  @Choice(WAITLIST_STATES, { optional: true })
  state?: WaitlistState;

  @Id({ optional: true })
  contact_id?: string;
}

export class WaitlistOfferDto {
  @ApiProperty({ description: 'Of the hold; of the appointment once it is accepted' })
  appointment_id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expires_at!: string;
}

const SOURCES = ['staff', 'public'] as const;
const CHOICES = ['accepted', 'declined'] as const satisfies readonly WaitlistAnswer['choice'][];
const TOLD_WAYS = ['message', 'mail'] as const;
const TOLD_STATES = ['waiting', 'sent', 'unknown', 'skipped', 'failed'] as const;

/** The last answer to an offer. */
export class WaitlistAnswerDto {
  @ApiProperty({ enum: CHOICES })
  choice!: WaitlistAnswer['choice'];

  @ApiProperty({ enum: ANSWER_WAYS, description: 'message: in the conversation; link: on the page of the entry' })
  way!: AnswerWay;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'The offered time' })
  starts_at!: string;
}

/** How the customer was told of the last offer. */
export class WaitlistToldDto {
  @ApiProperty({ enum: TOLD_WAYS })
  way!: (typeof TOLD_WAYS)[number];

  @ApiProperty({ enum: TOLD_STATES, description: 'unknown: the mail may have arrived; it is not sent again' })
  state!: (typeof TOLD_STATES)[number];

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, nullable: true })
  conversation_id!: string | null;
}

export class WaitlistEntryDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  contact_id!: string;

  @ApiProperty({ type: [String] })
  pet_ids!: string[];

  @ApiProperty()
  service_id!: string;

  @ApiProperty({ type: String, nullable: true })
  staff_id!: string | null;

  @ApiProperty({ type: [WaitWindowDto] })
  windows!: WaitWindowDto[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of boarding' })
  nights!: number | null;

  @ApiProperty({ type: String, nullable: true })
  notes!: string | null;

  @ApiProperty({ enum: WAITLIST_STATES })
  state!: WaitlistState;

  @ApiProperty({ type: WaitlistOfferDto, nullable: true })
  offer!: WaitlistOfferDto | null;

  @ApiProperty({ enum: SOURCES, description: 'public: the customer joined on the public page' })
  source!: (typeof SOURCES)[number];

  @ApiProperty({ type: WaitlistAnswerDto, nullable: true })
  answer!: WaitlistAnswerDto | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  updated_at!: string;
}

/** An entry in a list, with names. */
export class WaitlistRowDto extends WaitlistEntryDto {
  @ApiProperty({
    type: DiaryContactDto,
    nullable: true,
    description: 'Null if the contact was erased, and for an API key without `contacts:read`',
  })
  contact!: DiaryContactDto | null;

  @ApiProperty({
    type: [DiaryPetDto],
    description: 'Without pets that were deleted; empty for an API key without `pets:read`',
  })
  pets!: DiaryPetDto[];

  @ApiProperty({ type: String, nullable: true, example: 'Bath', description: 'Null if the service was deleted' })
  service_name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Ana Souza', description: 'Null if anybody will do' })
  staff_name!: string | null;

  @ApiProperty({ type: WaitlistToldDto, nullable: true, description: 'Null where staff tell the customer' })
  told!: WaitlistToldDto | null;
}

/** One page of the waitlist, oldest first. */
export class WaitlistPageDto {
  @ApiProperty({ type: [WaitlistRowDto] })
  items!: WaitlistRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class WaitlistCountsDto {
  @ApiProperty({ example: 3, description: 'Entries without an offer' })
  waiting!: number;

  @ApiProperty({ example: 1, description: 'Entries with an offer that somebody has to answer' })
  offered!: number;
}

export function toWaitlistEntryDto(entry: WaitlistEntry): WaitlistEntryDto {
  const { offer } = entry;
  return {
    _id: entry._id.toHexString(),
    contact_id: entry.contact_id.toHexString(),
    pet_ids: entry.pet_ids.map((id) => id.toHexString()),
    service_id: entry.service_id.toHexString(),
    staff_id: entry.staff_id?.toHexString() ?? null,
    windows: entry.windows,
    nights: entry.nights,
    notes: entry.notes,
    state: entry.state,
    offer: offer && {
      appointment_id: offer.appointment_id.toHexString(),
      starts_at: offer.starts_at.toISOString(),
      expires_at: offer.expires_at.toISOString(),
    },
    source: entry.origin ? 'public' : 'staff',
    answer: entry.answer ? toAnswerDto(entry.answer) : null,
    version: entry.revision,
    created_at: entry.created_at.toISOString(),
    updated_at: entry.updated_at.toISOString(),
  };
}

const toAnswerDto = ({ choice, way, at, starts_at }: WaitlistAnswer): WaitlistAnswerDto => ({
  ...{ choice, way },
  at: at.toISOString(),
  starts_at: starts_at.toISOString(),
});

export function toToldDto({ mail, message }: CustomerNotice): WaitlistToldDto {
  const isMessage = message.state === 'posted' || message.state === 'posting';
  const { state, at } = isMessage ? message : mail;
  const isOpen = state === 'waiting' || state === 'sending' || state === 'posting';
  return {
    way: isMessage ? 'message' : 'mail',
    state: isOpen ? 'waiting' : state === 'posted' ? 'sent' : state,
    at: at.toISOString(),
    conversation_id: isMessage ? (message.conversation_id?.toHexString() ?? null) : null,
  };
}
