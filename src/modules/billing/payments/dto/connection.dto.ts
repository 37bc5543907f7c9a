import { ApiProperty } from '@nestjs/swagger';
import { Choice, Pattern, RawText, Text } from '../../../../core/http/index.js';
import type { PaymentConnection } from '../connection/payment-connection.schema.js';
import { PROVIDER_ENVIRONMENTS, type ProviderEnvironment } from '../provider/payment-provider.js';

const MAX_KEY = 500;
const MAX_TEXT = 200;
const API_KEY = /^\$aact_[\w:.+/=-]{8,490}$/;
const NULLABLE_TIME = { type: Date, nullable: true } as const;

export class PutAsaasDto {
  /** Begins with `$aact_`. It is stored encrypted, and no answer shows it. */
  @Pattern(API_KEY, 'a key of Asaas, which begins with $aact_', { example: '$aact_hmlg_000example' })
  api_key!: string;

  @Choice(PROVIDER_ENVIRONMENTS) environment!: ProviderEnvironment;
}

export class AsaasConnectionDto {
  connected!: boolean;
  @ApiProperty({ type: String, enum: PROVIDER_ENVIRONMENTS, nullable: true }) environment!: ProviderEnvironment | null;
  /** The last characters of the key. */
  @ApiProperty({ type: String, nullable: true }) key_hint!: string | null;
  /** Whether Asaas has the address for its events. */
  webhook_registered!: boolean;
  @ApiProperty(NULLABLE_TIME) last_success_at!: Date | null;
  @ApiProperty({ type: String, nullable: true }) last_error!: string | null;
}

/** What Asaas sends. Only these fields and the ids of the payment are stored. */
export class AsaasEventDto {
  @RawText(MAX_KEY) id!: string;
  @Text(MAX_TEXT) event!: string;
}

export function toAsaasConnectionDto(connection: PaymentConnection | null): AsaasConnectionDto {
  return {
    connected: connection !== null,
    environment: connection?.environment ?? null,
    key_hint: connection?.key_hint ?? null,
    webhook_registered: typeof connection?.webhook_id === 'string',
    last_success_at: connection?.last_success_at ?? null,
    last_error: connection?.last_error ?? null,
  };
}
