import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  Choice,
  Field,
  Id,
  MAX_PRICE,
  Part,
  Parts,
  Phone,
  Text,
  Texts,
  WholeNumber,
} from '../../../../core/http/index.js';
import { LANGUAGES, type Language } from '../../assistant-core/index.js';
import { MAX_PROMPT_LENGTH } from '../prompts/prompt-limits.js';
import type { MonthSpent } from '../spend/assistant-spend.service.js';
import { ASSISTANT_MODES, type AssistantMode } from './assistant-settings.schema.js';
import type { CurrentSettings } from './current-settings.js';

const MAX_CHANNELS = 100;
const MAX_DEBOUNCE_MS = 15_000;
const MAX_POLICIES = 30;
const MAX_POLICY_LENGTH = 500;

export class ChannelModeDto {
  @Id()
  channel_id!: string;

  @Choice(ASSISTANT_MODES)
  mode!: AssistantMode;
}

export class AssistantBudgetDto {
  /** US cents in a month; null: no limit. Without money left, the assistant works by rules. */
  @WholeNumber(0, MAX_PRICE, { nullable: true, example: 2_000 })
  monthly_cents!: number | null;
}

export class UpdateAssistantSettingsDto {
  /** `auto`: it answers customers. `suggest`: staff get drafts. `shadow`: its drafts are compared with what staff write. */
  @Choice(ASSISTANT_MODES, { optional: true })
  mode?: AssistantMode;

  /** Of channels that differ from the company. */
  @Parts(() => ChannelModeDto, MAX_CHANNELS, { optional: true })
  channel_modes?: ChannelModeDto[];

  /** How the company sounds, for the language model. A change is a new published prompt; empty: no prompt. */
  @Text(MAX_PROMPT_LENGTH, { optional: true, empty: true })
  persona?: string;

  /** In which it may answer. */
  @Field(
    { type: 'array', items: { type: 'string', enum: [...LANGUAGES] }, minItems: 1, uniqueItems: true },
    { optional: true, example: ['pt', 'en'] },
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(LANGUAGES, { each: true, message: `each value in $property must be one of ${LANGUAGES.join(', ')}` }),
  )
  languages?: Language[];

  /** How many milliseconds it waits for a further message of the customer. */
  @WholeNumber(0, MAX_DEBOUNCE_MS, { optional: true, example: 2_500 })
  debounce_ms?: number;

  @Part(() => AssistantBudgetDto, { optional: true })
  budget?: AssistantBudgetDto;

  /** Told to a customer with an emergency; null: the phone of the company. */
  @Phone({ optional: true, nullable: true })
  emergency_phone?: string | null;

  /** Sentences that it may tell customers, for instance the rules of late cancellation. */
  @Texts(MAX_POLICIES, MAX_POLICY_LENGTH, { optional: true, example: ['We need a valid rabies vaccination.'] })
  policies?: string[];
}

export class ShownBudgetDto {
  @ApiProperty({ type: Number, nullable: true, description: 'US cents; null: no limit' })
  monthly_cents!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'US cents in a month that the operator pays for the model of the installation; null: no such limit',
  })
  installation_cents!: number | null;
}

export class AssistantSpentDto {
  @ApiProperty({ example: '2026-11', description: 'In the time zone of the company' }) month!: string;
  @ApiProperty({ description: 'US cents' }) cents!: number;
  @ApiProperty({ description: 'The part of trials and replays, in US cents' }) trial_cents!: number;
  @ApiProperty({ type: 'integer' }) input_tokens!: number;
  @ApiProperty({ type: 'integer' }) output_tokens!: number;
}

export class AssistantSettingsDto {
  @ApiProperty({ enum: ASSISTANT_MODES }) mode!: AssistantMode;
  channel_modes!: ChannelModeDto[];
  @ApiProperty({ description: 'The text of the published prompt; empty without one' }) persona!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'The number of the published prompt' })
  prompt_number!: number | null;
  @ApiProperty({ enum: LANGUAGES, isArray: true }) languages!: Language[];
  @ApiProperty({ type: 'integer' }) debounce_ms!: number;
  budget!: ShownBudgetDto;
  @ApiProperty({ type: String, nullable: true }) emergency_phone!: string | null;
  policies!: string[];
  @ApiProperty({ description: 'What the language model has cost in this month' }) spent!: AssistantSpentDto;
  version!: number;
  updated_at!: Date;
}

interface ShownWithSettings {
  readonly spent: MonthSpent;
  readonly installation_cents: number | null;
  readonly version: number;
  readonly updated_at: Date;
}

export function toAssistantSettingsDto(
  { channel_modes, languages, policies, budget, ...settings }: CurrentSettings,
  { installation_cents, ...rest }: ShownWithSettings,
): AssistantSettingsDto {
  return {
    ...settings,
    channel_modes: channel_modes.map(({ channel_id, mode }) => ({ channel_id: channel_id.toHexString(), mode })),
    languages: [...languages],
    policies: [...policies],
    budget: { ...budget, installation_cents },
    ...rest,
  };
}
