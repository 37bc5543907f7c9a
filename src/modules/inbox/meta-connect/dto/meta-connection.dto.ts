import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Choice, EXAMPLE_IDS, Id, Pattern, RawText, Texts } from '../../../../core/http/index.js';
import { ChannelDto, PIN } from '../../channels/index.js';
import { META_PLATFORMS, type MetaPlatform } from '../../meta/index.js';
import {
  type ConnectionFinding,
  FINDING_TEXTS,
  type FindingCode,
  REASON_TEXTS,
  type ReasonCode,
} from '../accounts/account-finding.js';
import type { FoundAccountView, MetaConnectionView } from '../meta-connection-view.js';
import {
  CONNECTION_STATES,
  type ConnectionError,
  type ConnectionState,
  type ConnectionStep,
  STEP_STATUSES,
  type StepStatus,
} from '../schemas/meta-connection.schema.js';

const MAX_CODE_LENGTH = 4_096;
const MAX_ID_LENGTH = 128;
const MAX_CHOSEN = 20;
const MAX_CONTENT_LENGTH = 10_000;

export class LoginQueryDto {
  /** `facebook` also lists linked Instagram accounts; `instagram` connects an account without a Page. */
  @Choice(META_PLATFORMS, { example: 'facebook' })
  product!: MetaPlatform;
}

export class StartedLoginDto {
  /** Open it in the browser of the person. */
  url!: string;

  /** A part of `url`. It works once, for ten minutes. */
  state!: string;
}

export class ConnectionStepDto implements ConnectionStep {
  /**
   * `login`, `exchange`, `permissions`, `accounts`, then for each account `token`, `account`, `registration` (WhatsApp),
   * `subscription`, `read_back` and `test_event`.
   */
  @ApiProperty({ example: 'read_back' })
  name!: string;

  @ApiProperty({ enum: STEP_STATUSES })
  status!: StepStatus;

  /** The result, or what to do. */
  message?: string;

  /** The id of the account; absent for steps of the log-in. */
  external_id?: string;
}

export class FoundAccountDto implements FoundAccountView {
  external_id!: string;

  @ApiProperty({ enum: META_PLATFORMS })
  platform!: MetaPlatform;

  name!: string;
  connectable!: boolean;

  @ApiPropertyOptional({ enum: Object.keys(REASON_TEXTS) })
  reason_code?: ReasonCode;

  /** Why it cannot be connected, and what to do. */
  reason?: string;

  /** A WhatsApp number that needs `pin` to be registered. */
  needs_pin?: boolean;
}

export class ConnectionFindingDto implements ConnectionFinding {
  @ApiProperty({ enum: Object.keys(FINDING_TEXTS) })
  code!: FindingCode;

  /** What to do. */
  message!: string;

  /** The account or the permission. */
  subject?: string;
}

export class ConnectionErrorDto implements ConnectionError {
  @ApiProperty({ example: 'NO_ACCOUNT' })
  code!: string;

  message!: string;
}

/** A log-in at Meta, from the dialog to the connected channels. */
export class MetaConnectionDto implements MetaConnectionView {
  _id!: string;

  @ApiProperty({ enum: META_PLATFORMS })
  product!: MetaPlatform;

  /** `choosing`: choose accounts. `failed`, `cancelled` and `expired`: log in again. */
  @ApiProperty({ enum: CONNECTION_STATES })
  state!: ConnectionState;

  /** The channel to connect again; null for new channels. */
  @ApiProperty({ type: String, nullable: true })
  channel_id!: string | null;

  @ApiProperty({ type: [ConnectionStepDto] })
  steps!: ConnectionStepDto[];

  @ApiProperty({ type: [FoundAccountDto] })
  accounts!: FoundAccountDto[];

  /** Reasons for missing accounts. */
  @ApiProperty({ type: [ConnectionFindingDto] })
  findings!: ConnectionFindingDto[];

  @ApiProperty({ type: ConnectionErrorDto, nullable: true })
  error!: ConnectionErrorDto | null;

  /** The log-in can be finished until this time. */
  expires_at!: Date;
  created_at!: Date;
  updated_at!: Date;
}

export class ChooseAccountsDto {
  /** Connectable accounts of the log-in. */
  @Texts(MAX_CHOSEN, MAX_ID_LENGTH, { example: ['1000000000000009'] })
  external_ids!: string[];

  /** For WhatsApp numbers with `needs_pin`: the PIN of the two-step verification, or a new PIN if there is none. Not stored. */
  @Pattern(PIN, '$property must have six digits', { optional: true, example: '123456' })
  pin?: string;
}

export class ConnectedChannelsDto {
  /** Without the accounts that failed; the steps of the connection say why. */
  @ApiProperty({ type: [ChannelDto] })
  items!: ChannelDto[];
}

/** The answer of Embedded Signup in the JavaScript SDK of Meta. */
export class SignupCodeDto {
  @RawText(MAX_CODE_LENGTH, { minLength: 1, example: 'AQBx-code-of-embedded-signup' })
  code!: string;

  /** The id from the session event. Without it, all business accounts of the code are listed. */
  @RawText(MAX_ID_LENGTH, { optional: true, minLength: 1, example: '205000000000001' })
  waba_id?: string;

  @RawText(MAX_ID_LENGTH, { optional: true, minLength: 1, example: '106300000000001' })
  phone_number_id?: string;
}

export class SendMetaMessageDto {
  @Id({ example: EXAMPLE_IDS.contact })
  contact_id!: string;

  @RawText(MAX_CONTENT_LENGTH, { minLength: 1, example: 'Luna is ready to be picked up.' })
  content!: string;
}
