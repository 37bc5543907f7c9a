import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Pattern, Text } from '../../../../core/http/index.js';
import type { Label } from '../schemas/label.schema.js';

export const MAX_LABEL_LENGTH = 40;
const COLOR = /^#[0-9a-f]{6}$/;

export class CreateLabelDto {
  /** Unique in the company, whatever the case of its letters. */
  @Text(MAX_LABEL_LENGTH)
  name!: string;

  @Pattern(COLOR, '#rrggbb in small letters, for instance #1c6b57', { example: '#1c6b57' })
  color!: string;
}

/** Fields that are left out stay as they are. */
export class UpdateLabelDto extends PartialType(CreateLabelDto, { skipNullProperties: false }) {}

export class LabelDto {
  _id!: string;
  name!: string;
  @ApiProperty({ example: '#1c6b57' }) color!: string;
  @ApiProperty({ description: 'The version that If-Match takes' }) version!: number;
}

export class LabelPageDto {
  items!: LabelDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toLabelDto({ _id, name, color, revision }: Label): LabelDto {
  return { _id: _id.toHexString(), name, color, version: revision };
}
