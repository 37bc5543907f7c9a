import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Ids, Text } from '../../../../core/http/index.js';
import type { Team } from '../schemas/team.schema.js';

const MAX_NAME_LENGTH = 60;
const MAX_MEMBERS = 200;

export class CreateTeamDto {
  /** Unique in the company, whatever the case of its letters. */
  @Text(MAX_NAME_LENGTH)
  name!: string;

  @Ids(MAX_MEMBERS, { optional: true, default: [] })
  member_ids?: string[];
}

/** Fields that are left out stay as they are. */
export class UpdateTeamDto extends PartialType(CreateTeamDto, { skipNullProperties: false }) {}

export class TeamDto {
  _id!: string;
  name!: string;
  member_ids!: string[];
  @ApiProperty({ description: 'The version that If-Match takes' }) version!: number;
}

export class TeamPageDto {
  items!: TeamDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toTeamDto({ _id, name, member_ids, revision }: Team): TeamDto {
  return { _id: _id.toHexString(), name, member_ids: member_ids.map((id) => id.toHexString()), version: revision };
}
