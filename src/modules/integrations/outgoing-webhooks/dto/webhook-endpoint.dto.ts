import { ApiProperty, PartialType } from '@nestjs/swagger';
import { ArrayUnique, IsIn, IsUrl, MaxLength } from 'class-validator';
import { Field, Flag, Text } from '../../../../core/http/index.js';
import { versionOf } from '../../../../core/tenancy/index.js';
import type { WebhookEndpoint } from '../schemas/webhook-endpoint.schema.js';
import { TEST_KIND, WEBHOOK_KIND_NAMES, type WebhookKind } from '../webhook-kinds.js';

const MAX_URL_LENGTH = 2_048;
const MAX_DESCRIPTION_LENGTH = 200;
const URL_RULES = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class CreateWebhookDto {
  /** https on port 443 of a public host, or a host of OUTBOUND_ALLOWED_HOSTS. */
  @Field(
    { type: String, format: 'uri', maxLength: MAX_URL_LENGTH },
    { example: 'https://hooks.example.com/petbuddy' },
    MaxLength(MAX_URL_LENGTH),
    IsUrl(URL_RULES, { message: '$property must be a web address, such as https://hooks.example.com/petbuddy' }),
  )
  url!: string;

  @Field(
    { type: 'array', items: { type: 'string', enum: WEBHOOK_KIND_NAMES }, minItems: 1, uniqueItems: true },
    { example: ['message.created', 'appointment.created'] },
    ArrayUnique(),
    IsIn(WEBHOOK_KIND_NAMES, { each: true, message: '$property must be kinds of GET /integrations/webhooks/events' }),
  )
  events!: WebhookKind[];

  /** A name for people. */
  @Text(MAX_DESCRIPTION_LENGTH, { optional: true, empty: true })
  description?: string;
}

/** Fields that are left out stay as they are. */
export class UpdateWebhookDto extends PartialType(CreateWebhookDto, { skipNullProperties: false }) {
  /** `true` also starts an endpoint again that was switched off because it failed. */
  @Flag({ optional: true })
  active?: boolean;
}

export class WebhookFailureDto {
  message!: string;
  at!: Date;
}

export class WebhookEndpointDto {
  _id!: string;
  url!: string;
  description!: string;
  @ApiProperty({ enum: WEBHOOK_KIND_NAMES, isArray: true })
  events!: WebhookKind[];
  active!: boolean;
  @ApiProperty({ type: Date, nullable: true, description: 'When it was switched off because it failed for 5 days' })
  disabled_at!: Date | null;
  @ApiProperty({ type: Date, nullable: true, description: 'Null while the newest attempt succeeded' })
  failing_since!: Date | null;
  @ApiProperty({ type: Date, nullable: true })
  last_success_at!: Date | null;
  @ApiProperty({ type: WebhookFailureDto, nullable: true })
  last_failure!: WebhookFailureDto | null;
  @ApiProperty({ type: Date, nullable: true, description: 'Until then the secret before the rotation signs, too' })
  previous_secret_until!: Date | null;
  @ApiProperty({ description: 'The version that If-Match takes' })
  version!: number;
  created_at!: Date;
  updated_at!: Date;
}

export class WebhookSecretDto extends WebhookEndpointDto {
  @ApiProperty({ description: 'Shown only now', example: 'whsec_aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd28=' })
  secret!: string;
}

export class WebhookEndpointPageDto {
  @ApiProperty({ type: [WebhookEndpointDto] })
  items!: WebhookEndpointDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class WebhookKindDto {
  @ApiProperty({ enum: [...WEBHOOK_KIND_NAMES, TEST_KIND] })
  event!: string;
  description!: string;
}

export class WebhookKindListDto {
  @ApiProperty({ type: [WebhookKindDto] })
  items!: WebhookKindDto[];
}

export function toWebhookEndpointDto(endpoint: WebhookEndpoint): WebhookEndpointDto {
  const { url, description, events, active, created_at, updated_at } = endpoint;
  const { disabled_at, failing_since, last_success_at, last_failure, previous_secret_until } = endpoint;
  return {
    _id: endpoint._id.toHexString(),
    url,
    description,
    events,
    active,
    disabled_at,
    failing_since,
    last_success_at,
    last_failure: last_failure && { ...last_failure },
    previous_secret_until,
    version: versionOf(endpoint),
    created_at,
    updated_at,
  };
}
