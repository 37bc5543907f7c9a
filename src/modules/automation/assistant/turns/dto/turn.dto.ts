import { ApiProperty } from '@nestjs/swagger';
import { Choice, EXAMPLE_IDS, Id, PageQueryDto, Text } from '../../../../../core/http/index.js';
import { SUGGESTION_OUTCOMES, TURN_MODES, TURN_STATES } from '../../schemas/assistant-turn.schema.js';

const NULLABLE_DATE = { type: String, format: 'date-time', nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;
const MAX_SENT_TEXT = 4_096;
const VERDICTS = ['accepted', 'edited', 'rejected'] as const;

export class ListTurnsDto extends PageQueryDto {
  @Id({ optional: true, example: EXAMPLE_IDS.conversation })
  conversation_id?: string;
}

export class TurnMessageDto {
  seq!: number;
  text!: string;
}

export class TurnChoiceDto {
  id!: string;
  label!: string;
}

export class TurnCallDto {
  name!: string;
  /** As the assistant has called it; aliases such as `s1` instead of ids. */
  @ApiProperty({ type: Object, additionalProperties: true }) args!: object;
  /** `OK`, a code of the failure, or the number of passages. */
  code!: string;
}

export class TurnSourceDto {
  id!: string;
  title!: string;
  /** From 0 to 1. */
  score!: number;
}

export class TurnTokensDto {
  input!: number;
  output!: number;
}

export class TurnSuggestionDto {
  @ApiProperty({ enum: SUGGESTION_OUTCOMES }) outcome!: string;
  @ApiProperty(NULLABLE_TEXT) sent_text!: string | null;
  @ApiProperty(NULLABLE_TEXT) user_id!: string | null;
}

export class TurnDto {
  _id!: string;
  conversation_id!: string;
  contact_id!: string;
  @ApiProperty(NULLABLE_TEXT) channel_id!: string | null;
  @ApiProperty({ enum: TURN_MODES }) mode!: string;
  @ApiProperty({ enum: TURN_STATES }) state!: string;
  @ApiProperty({ enum: ['rules', 'model'] }) brain!: string;
  /** The published prompt. */
  @ApiProperty({ type: Number, nullable: true }) prompt_number!: number | null;
  /** What the turn answers. */
  messages!: TurnMessageDto[];
  @ApiProperty(NULLABLE_TEXT) reply!: string | null;
  /** `reply`, `ask`, `offer_slots`, `handoff` or `noop`. */
  @ApiProperty(NULLABLE_TEXT) action!: string | null;
  /** Why it went to staff, or why nothing was said. */
  @ApiProperty(NULLABLE_TEXT) reason!: string | null;
  choices!: TurnChoiceDto[];
  @ApiProperty(NULLABLE_TEXT) language!: string | null;
  intents!: string[];
  calls!: TurnCallDto[];
  /** Checks that have changed the draft. */
  gates!: string[];
  sources!: TurnSourceDto[];
  model_steps!: number;
  tokens!: TurnTokensDto;
  /** US cents. */
  cents!: number;
  /** Why rules answered in place of the model, such as `month_spent`. */
  @ApiProperty(NULLABLE_TEXT) notice!: string | null;
  message_ids!: string[];
  @ApiProperty({ type: TurnSuggestionDto, nullable: true }) suggestion!: TurnSuggestionDto | null;
  /** In the mode `shadow`: what staff wrote. */
  @ApiProperty(NULLABLE_TEXT) staff_reply!: string | null;
  @ApiProperty(NULLABLE_TEXT) error_code!: string | null;
  @ApiProperty({ type: Number, nullable: true }) duration_ms!: number | null;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
  @ApiProperty(NULLABLE_DATE) ended_at!: Date | null;
}

export class TurnPageDto {
  items!: TurnDto[];
  @ApiProperty(NULLABLE_TEXT) nextCursor!: string | null;
}

export class VerdictDto {
  @Choice(VERDICTS, { example: 'edited' })
  outcome!: (typeof VERDICTS)[number];

  @Text(MAX_SENT_TEXT, { optional: true, description: 'What was sent in place of the draft' })
  sent_text?: string;
}
