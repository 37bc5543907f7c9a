import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUrl, MaxLength } from 'class-validator';
import { Field, RawText, Text, WholeNumber } from '../../../../core/http/index.js';
import type { ModelFailureCode } from '../language-model.js';
import type { ModelSettings } from '../schemas/model-settings.schema.js';

const MAX_URL_LENGTH = 2_048;
const MAX_KEY_LENGTH = 1_024;
const MAX_NAME_LENGTH = 200;
/** 1,000 US dollars for a million tokens. */
const MAX_PRICE_CENTS = 100_000;
const URL_RULES = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class PutModelDto {
  /** Of OpenAI or of a server with the same chat completions, with its version. */
  @Field(
    { type: String, format: 'uri', maxLength: MAX_URL_LENGTH },
    { example: 'https://api.openai.com/v1' },
    MaxLength(MAX_URL_LENGTH),
    IsUrl(URL_RULES, { message: '$property must be a web address, such as https://api.openai.com/v1' }),
  )
  base_url!: string;

  @Text(MAX_NAME_LENGTH, { example: 'gpt-4.1-mini' })
  model!: string;

  /** It is stored encrypted, and no answer shows it. Left out: the stored key stays, for the same host only. */
  @RawText(MAX_KEY_LENGTH, { optional: true, example: 'sk-example' })
  api_key?: string;

  /** For the search of the knowledge. Left out: it compares words only. */
  @Text(MAX_NAME_LENGTH, { optional: true, example: 'text-embedding-3-small' })
  embedding_model?: string;

  /** US cents for a million tokens of the question. */
  @WholeNumber(0, MAX_PRICE_CENTS, { example: 40 })
  input_price!: number;

  /** US cents for a million tokens of the answer. */
  @WholeNumber(0, MAX_PRICE_CENTS, { example: 160 })
  output_price!: number;
}

/** The own model of a company. `source: installation`: the company uses that of the installation; `none`: rules only. */
export class ModelSettingsDto {
  @ApiProperty({ enum: ['own', 'installation', 'none'] })
  source!: 'own' | 'installation' | 'none';
  @ApiProperty({ type: String, nullable: true })
  base_url!: string | null;
  @ApiProperty({ type: String, nullable: true })
  model!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'For the search of the knowledge' })
  embedding_model!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'US cents for a million tokens' })
  input_price!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'US cents for a million tokens' })
  output_price!: number | null;
}

export class ModelTestDto {
  ok!: boolean;
  @ApiProperty({ description: 'Duration of the call' })
  duration_ms!: number;
  @ApiPropertyOptional({ type: String, description: 'Why it failed' })
  code?: ModelFailureCode;
  @ApiPropertyOptional({ type: String })
  message?: string;
}

export function toModelSettingsDto(own: ModelSettings | null, hasInstallationModel: boolean): ModelSettingsDto {
  const source = own ? 'own' : hasInstallationModel ? 'installation' : 'none';
  const { base_url = null, model = null, embedding_model = null, input_price = null, output_price = null } = own ?? {};
  return { source, base_url, model, embedding_model, input_price, output_price };
}
