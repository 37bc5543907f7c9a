import { ApiProperty } from '@nestjs/swagger';
import { LocalDate } from '../../../../core/http/index.js';

export class AssistantPeriodDto {
  @LocalDate({ optional: true, example: '2030-01-01', description: 'Local; the default is 29 days before `to`' })
  from?: string;

  @LocalDate({ optional: true, example: '2030-01-30', description: 'Local, included; the default is today' })
  to?: string;
}

export class HandoffCountDto {
  @ApiProperty({ example: 'medical', description: 'Of the hand-off; `failed`: the turn did not end' }) reason!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class SuggestionCountsDto {
  @ApiProperty({ type: 'integer' }) accepted!: number;
  @ApiProperty({ type: 'integer' }) edited!: number;
  @ApiProperty({ type: 'integer' }) rejected!: number;
  @ApiProperty({ type: 'integer' }) open!: number;
}

export class AssistantDayDto {
  @ApiProperty({ example: '2030-01-30' }) date!: string;
  @ApiProperty({ type: 'integer' }) turns!: number;
  @ApiProperty({ type: 'integer' }) answered_alone!: number;
  @ApiProperty({ type: 'integer' }) handed_off!: number;
  @ApiProperty({ type: 'integer' }) booked!: number;
  @ApiProperty({ description: 'US cents' }) cents!: number;
}

export class AssistantStatsDto {
  @ApiProperty({ type: 'integer', description: 'Answers, drafts and hand-offs' }) turns!: number;
  @ApiProperty({ type: 'integer', description: 'Answers to customers without staff' }) answered_alone!: number;
  @ApiProperty({ type: 'integer' }) handed_off!: number;
  @ApiProperty({ type: 'integer', description: 'Messages with emergency words; no model has read them' })
  emergencies!: number;
  @ApiProperty({ type: [HandoffCountDto], description: 'The most frequent first' }) by_reason!: HandoffCountDto[];
  @ApiProperty({ type: 'integer' }) booked!: number;
  @ApiProperty({ type: 'integer' }) moved!: number;
  @ApiProperty({ type: 'integer' }) cancelled!: number;
  suggestions!: SuggestionCountsDto;
  @ApiProperty({ description: 'US cents, without trials and replays' }) cents!: number;
  @ApiProperty({ type: 'integer' }) input_tokens!: number;
  @ApiProperty({ type: 'integer' }) output_tokens!: number;
  @ApiProperty({ type: [AssistantDayDto], description: 'Every day of the period' }) by_day!: AssistantDayDto[];
}
