import { ApiProperty } from '@nestjs/swagger';
import { Choice } from '../../../../core/http/index.js';
import { ConnectChannelDto } from '../../channels/index.js';
import { META_PLATFORMS, type MetaPlatform } from '../meta-platforms.js';

const STATES = ['unverified', 'live', 'needs_reconnect'] as const;

/** An account of Meta's that the company has connected. */
export class MetaAccountDto {
  /** Id of the channel. */
  channel_id!: string;

  @ApiProperty({ enum: META_PLATFORMS })
  platform!: MetaPlatform;

  external_id!: string;
  name!: string;

  @ApiProperty({ enum: STATES })
  state!: string;
}

export class MetaAccountsDto {
  @ApiProperty({ type: [MetaAccountDto] })
  items!: MetaAccountDto[];
}

/** What the sandbox offers to practise with. */
export class PracticeDto {
  @ApiProperty({
    example: 'http://127.0.0.1:4001/',
    description: 'The practice phone, on which a person plays a customer',
  })
  phone_url!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'data/mail',
    description: 'The folder of the server that holds mails instead of sending them; null: mails are sent',
  })
  mail_folder!: string | null;

  @ApiProperty({ type: ConnectChannelDto, description: 'A page of the company alone, ready for `POST /channels`' })
  account!: ConnectChannelDto;
}

/** How the connection to Meta stands. */
export class MetaStatusDto {
  /** True when at least one account can be written to. */
  connected!: boolean;

  /** Accounts whose token no longer works. */
  needs_reconnect!: number;

  /** Whether the installation is set up to take webhooks: a verify token and an app secret are there. */
  webhook_ready!: boolean;

  @ApiProperty({ type: [MetaAccountDto] })
  accounts!: MetaAccountDto[];

  @ApiProperty({ type: PracticeDto, nullable: true, description: 'Null in production and without the sandbox' })
  practice!: PracticeDto | null;
}

export class DisconnectMetaDto {
  /** Left out: all of Meta's. */
  @Choice(META_PLATFORMS, { optional: true })
  platform?: MetaPlatform;
}

export class DisconnectedMetaDto {
  /** How many accounts were given up. */
  disconnected!: number;
}
