import { ApiProperty, PartialType } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { Pattern, Text } from '../../../../core/http/index.js';
import type { CannedReply } from '../schemas/canned-reply.schema.js';
import { CANNED_REPLY_VARIABLES, unknownVariables } from '../variables.js';

const MAX_TITLE_LENGTH = 100;
const MAX_TEXT_LENGTH = 5_000;
const SHORTCUT = /^[a-z0-9][a-z0-9_-]{0,31}$/;
const KNOWN = CANNED_REPLY_VARIABLES.map((name) => `{{${name}}}`).join(', ');

export class CreateCannedReplyDto {
  /** Staff type it after a slash; unique in the company. */
  @Pattern(SHORTCUT, 'small letters, digits, - and _, for instance hours', { example: 'hours' })
  shortcut!: string;

  @Text(MAX_TITLE_LENGTH)
  title!: string;

  /** Variables: `{{contact.name}}`, `{{pet.name}}`, `{{user.name}}`. The client fills them in. */
  @Text(MAX_TEXT_LENGTH)
  @ValidateBy({
    name: 'hasKnownVariables',
    validator: {
      validate: (text) => typeof text === 'string' && unknownVariables(text).length === 0,
      defaultMessage: () => `$property may have the variables ${KNOWN} only`,
    },
  })
  text!: string;
}

/** Fields that are left out stay as they are. */
export class UpdateCannedReplyDto extends PartialType(CreateCannedReplyDto, { skipNullProperties: false }) {}

export class CannedReplyDto {
  _id!: string;
  @ApiProperty({ example: 'hours' }) shortcut!: string;
  title!: string;
  text!: string;
  @ApiProperty({ description: 'The version that If-Match takes' }) version!: number;
}

export class CannedReplyPageDto {
  items!: CannedReplyDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toCannedReplyDto({ _id, shortcut, title, text, revision }: CannedReply): CannedReplyDto {
  return { _id: _id.toHexString(), shortcut, title, text, version: revision };
}
