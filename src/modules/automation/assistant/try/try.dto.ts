import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Parts, RawText } from '../../../../core/http/index.js';
import { type Draft, LANGUAGES, type Language } from '../../assistant-core/index.js';

const MAX_MESSAGES = 50;
const MAX_LENGTH = 4_000;
export const ACTIONS = ['reply', 'ask', 'offer_slots', 'handoff', 'noop'] as const satisfies readonly Draft['action'][];
const ROLES = ['user', 'assistant'] as const;
const BRAINS = ['rules', 'model'] as const;

export class TryMessageDto {
  /** `user`: the customer. */
  @Choice(ROLES)
  role!: (typeof ROLES)[number];

  @RawText(MAX_LENGTH, { minLength: 1, example: 'How much is a bath for a poodle?' })
  content!: string;
}

export class TryDto {
  /** The whole conversation, the oldest message first. The last one is of the customer. */
  @Parts(() => TryMessageDto, MAX_MESSAGES, { minItems: 1 })
  messages!: TryMessageDto[];

  /** The customer in whose name it is tried; left out: somebody who is no customer yet. */
  @Id({ optional: true })
  contact_id?: string;

  /** Left out: the published prompt. */
  @Id({ optional: true })
  prompt_id?: string;
}

export class DraftChoiceDto {
  id!: string;
  label!: string;
}

export class TrySourceDto {
  id!: string;
  title!: string;
  text!: string;
  @ApiProperty({ description: 'From 0 to 1' }) score!: number;
}

export class ToolCallDto {
  @ApiProperty({ example: 'find_slots' }) name!: string;
  @ApiProperty({ type: Object }) args!: unknown;
  @ApiProperty({ description: '`OK`, or why it failed', example: 'OK' }) code!: string;
}

export class TryUsageDto {
  @ApiProperty({ type: 'integer' }) model_steps!: number;
  @ApiProperty({ type: 'integer' }) input_tokens!: number;
  @ApiProperty({ type: 'integer' }) output_tokens!: number;
  @ApiProperty({ description: 'US cents' }) cents!: number;
}

export class TryAnswerDto {
  @ApiProperty({ description: 'Empty if it says nothing' }) reply!: string;
  @ApiProperty({ enum: ACTIONS }) action!: Draft['action'];
  @ApiProperty({ type: String, nullable: true, description: 'Of a hand-off, or of silence' }) reason!: string | null;
  choices!: DraftChoiceDto[];
  @ApiProperty({ description: 'What the customer wants, such as `price`; empty if it is not clear' }) intent!: string;
  @ApiProperty({ enum: LANGUAGES }) language!: Language;
  @ApiProperty({ enum: BRAINS }) brain!: (typeof BRAINS)[number];
  @ApiProperty({ type: [TrySourceDto], description: 'What was found in the knowledge' }) sources!: TrySourceDto[];
  tool_calls!: ToolCallDto[];
  @ApiProperty({ description: 'Checks that have changed the answer' }) gates!: string[];
  usage!: TryUsageDto;
}
