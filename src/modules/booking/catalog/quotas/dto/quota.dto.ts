import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Choice, Ids, Text, WholeNumber } from '../../../../../core/http/index.js';
import {
  type Quota,
  QUOTA_CELLS,
  QUOTA_KINDS,
  QUOTA_SCOPES,
  type QuotaCell,
  type QuotaKind,
  type QuotaScope,
} from '../quota.schema.js';

const MAX_NAME = 100;
const MAX_COUNT = 10_000;
const MAX_SERVICES = 100;

export class CreateQuotaDto {
  @Text(MAX_NAME)
  name!: string;

  @Choice(QUOTA_SCOPES, { description: 'HasRevision for each staff member, or for all together' })
  per!: QuotaScope;

  @Choice(QUOTA_CELLS, { description: 'A local day or a quarter of an hour' })
  cell!: QuotaCell;

  @WholeNumber(0, MAX_COUNT, { description: 'Pets in a cell; 0 takes none' })
  max!: number;

  @Choice(QUOTA_KINDS, {
    optional: true,
    default: 'load',
    description:
      '`load` counts a pet in every cell from its arrival to its departure, `arrivals` only in the cell of its arrival',
  })
  kind?: QuotaKind;

  @Text(MAX_NAME, { nullable: true, description: 'null: any' })
  species?: string | null;

  @Text(MAX_NAME, { nullable: true, description: 'Name of a size of the booking settings; null: any' })
  size?: string | null;

  @Ids(MAX_SERVICES, { optional: true, default: [], description: 'Empty: every service' })
  service_ids?: string[];
}

/** Fields that are left out stay as they are. */
export class UpdateQuotaDto extends PartialType(CreateQuotaDto, { skipNullProperties: false }) {}

export class QuotaDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: QUOTA_SCOPES })
  per!: QuotaScope;

  @ApiProperty({ enum: QUOTA_CELLS })
  cell!: QuotaCell;

  @ApiProperty()
  max!: number;

  @ApiProperty({ enum: QUOTA_KINDS })
  kind!: QuotaKind;

  @ApiProperty({ type: String, nullable: true })
  species!: string | null;

  @ApiProperty({ type: String, nullable: true })
  size!: string | null;

  @ApiProperty({ type: [String] })
  service_ids!: string[];

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of quotas, the oldest first. */
export class QuotaPageDto {
  @ApiProperty({ type: [QuotaDto] })
  items!: QuotaDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toQuotaDto({ revision, lane_id: _laneId, ...quota }: Quota): QuotaDto {
  return {
    ...quota,
    version: revision,
    _id: quota._id.toHexString(),
    company_id: quota.company_id.toHexString(),
    service_ids: quota.service_ids.map((id) => id.toHexString()),
  };
}
