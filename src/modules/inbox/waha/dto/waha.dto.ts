import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUrl, Length, MaxLength } from 'class-validator';
import { Field, Pattern } from '../../../../core/http/index.js';
import { ChannelErrorDto } from '../../channels/index.js';
import type { WahaConnectionView } from '../connection/waha-connection.service.js';
import { SESSION_NAME } from '../waha.constants.js';
import type { SessionQr, WhatsappSessionView } from '../sessions/session-view.js';

const MAX_URL_LENGTH = 2_048;
const MAX_KEY_LENGTH = 512;
const URL_RULES = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class WahaServerDto {
  /** https on port 443 of a public host, or a host of OUTBOUND_ALLOWED_HOSTS. */
  @Field(
    { type: String, format: 'uri', maxLength: MAX_URL_LENGTH },
    { example: 'https://waha.example.com' },
    MaxLength(MAX_URL_LENGTH),
    IsUrl(URL_RULES, { message: '$property must be a web address, such as https://waha.example.com' }),
  )
  base_url!: string;

  /** The value of WAHA_API_KEY of the server. Stored encrypted and never returned. */
  @Field(
    { type: String, minLength: 1, maxLength: MAX_KEY_LENGTH, writeOnly: true, format: 'password' },
    { example: 'the-key-of-the-server' },
    IsString(),
    Length(1, MAX_KEY_LENGTH),
  )
  api_key!: string;
}

/** The WAHA server of the company, without its key. */
export class WahaConnectionDto implements WahaConnectionView {
  @ApiProperty({ type: String, nullable: true, example: 'https://waha.example.com' })
  base_url!: string | null;

  has_api_key!: boolean;

  @ApiProperty({ type: Date, nullable: true })
  updated_at!: Date | null;
}

export class NewWhatsappSessionDto {
  /** Its name at the WAHA server, and at first the name of its channel. */
  @Pattern(SESSION_NAME, '1 to 54 letters, digits, - and _', { example: 'front-desk' })
  name!: string;
}

export class WhatsappSessionDto implements WhatsappSessionView {
  name!: string;

  /** The word of the WAHA server: STARTING, SCAN_QR_CODE, WORKING, FAILED, STOPPED or another one; MISSING if it has none. */
  @ApiProperty({ example: 'SCAN_QR_CODE' })
  status!: string;

  @ApiProperty({ type: String, nullable: true })
  channel_id!: string | null;

  /** The digits of the connected number. */
  @ApiProperty({ type: String, nullable: true, example: '5511988887777' })
  phone!: string | null;

  /** Whether there is a code to scan. */
  has_qr!: boolean;

  /** Why the server could not be asked the last time. */
  @ApiProperty({ type: ChannelErrorDto, nullable: true })
  last_error!: ChannelErrorDto | null;

  @ApiProperty({ type: Date, nullable: true })
  checked_at!: Date | null;

  @ApiProperty({ type: Date, nullable: true })
  last_event_at!: Date | null;

  created_at!: Date;
  updated_at!: Date;
}

export class WhatsappSessionListDto {
  @ApiProperty({ type: [WhatsappSessionDto] })
  items!: WhatsappSessionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class WhatsappQrDto implements SessionQr {
  status!: string;

  /** PNG in base64; null while there is nothing to scan. */
  @ApiProperty({ type: String, nullable: true })
  qr_png!: string | null;

  /** When WhatsApp replaces the code. */
  @ApiProperty({ type: Date, nullable: true })
  qr_expires_at!: Date | null;
}

/** One event of a WAHA server. */
export class WahaDeliveryDto {
  @ApiProperty({ example: 'evt_01jexample' })
  id!: string;

  @ApiProperty({ example: 'message.any' })
  event!: string;

  @ApiProperty({ example: 'front-desk' })
  session!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  payload!: Record<string, unknown>;
}
