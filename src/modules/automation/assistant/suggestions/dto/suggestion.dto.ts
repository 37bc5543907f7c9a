import { ApiProperty } from '@nestjs/swagger';
import { TurnChoiceDto } from '../../turns/dto/turn.dto.js';

export class SuggestionSourceDto {
  id!: string;
  title!: string;
}

export class SuggestionDto {
  turn_id!: string;
  conversation_id!: string;
  contact_id!: string;
  /** What it answers. */
  message_ids!: string[];
  text!: string;
  /** `handoff`: the assistant thinks that a person has to go on. */
  @ApiProperty({ enum: ['reply', 'ask', 'offer_slots', 'handoff'] }) action!: string;
  choices!: TurnChoiceDto[];
  /** Passages of the knowledge base that the text relies on. */
  sources!: SuggestionSourceDto[];
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: string;
}

export class SuggestionAnswerDto {
  /** Null without an open draft, and where nothing needs an answer. */
  @ApiProperty({ type: SuggestionDto, nullable: true }) suggestion!: SuggestionDto | null;
}
