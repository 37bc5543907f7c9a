import { ApiProperty, PartialType } from '@nestjs/swagger';
import { RawText, Text } from '../../../../core/http/index.js';
import { versionOf } from '../../../../core/tenancy/index.js';
import type { AssistantPrompt } from './assistant-prompt.schema.js';
import { MAX_NOTE_LENGTH, MAX_PROMPT_LENGTH } from './prompt-limits.js';

export const PROMPT_STATUSES = ['draft', 'published', 'retired'] as const;
export type PromptStatus = (typeof PROMPT_STATUSES)[number];

export class PromptInputDto {
  /** For the language model: how the company sounds, and what it wants to be said. Customers never see it. */
  @RawText(MAX_PROMPT_LENGTH, { minLength: 1, example: 'Be warm, brief and clear. Use the name of the pet.' })
  text!: string;

  /** What is new in this version. */
  @Text(MAX_NOTE_LENGTH, { optional: true, nullable: true, example: 'Shorter answers' })
  note?: string | null;
}

export class UpdatePromptDto extends PartialType(PromptInputDto) {}

export class PromptAuthorDto {
  _id!: string;
  full_name!: string;
}

export class PromptDto {
  _id!: string;
  @ApiProperty({ type: 'integer', description: 'Never used twice in a company' }) number!: number;
  text!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ enum: PROMPT_STATUSES, description: '`retired`: published before' }) status!: PromptStatus;
  @ApiProperty({ type: PromptAuthorDto, nullable: true, description: 'Null if the person is gone' })
  author!: PromptAuthorDto | null;
  version!: number;
  created_at!: Date;
  @ApiProperty({ type: Date, nullable: true, description: 'For the first time' }) published_at!: Date | null;
}

export class PromptListDto {
  items!: PromptDto[];
}

export function toPromptDto(
  { author, ...prompt }: AssistantPrompt,
  publishedNumber: number | null,
  nameOf: (author: AssistantPrompt['author']) => string | undefined,
): PromptDto {
  const { _id, number, text, note, published_at, created_at } = prompt;
  const full_name = nameOf(author);
  return {
    _id: _id.toHexString(),
    number,
    text,
    note,
    status: published_at === null ? 'draft' : number === publishedNumber ? 'published' : 'retired',
    author: full_name === undefined ? null : { _id: author._id.toHexString(), full_name },
    version: versionOf(prompt),
    created_at,
    published_at,
  };
}
