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
import { WAITLIST_STATES, type WaitlistEntry, type WaitlistState } from '../waitlist-entry.schema.js';
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
    version: entry.revision,
    created_at: entry.created_at.toISOString(),
    updated_at: entry.updated_at.toISOString(),
  };
}
