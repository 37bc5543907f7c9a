import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import { IsObject, IsString, Length, Matches } from 'class-validator';
import type { Platform } from '../../../customers/contacts/index.js';
import { Choice, Field, type FieldOptions, PageQueryDto, Pattern, RawText } from '../../../../core/http/index.js';
import type { ChannelView } from '../channel-view.js';
import { CHANNEL_PLATFORMS } from '../channel-kinds.js';
import type { ChannelHealthView } from '../health/channel-health.view.js';
import { NEXT_STEPS, type NextStep } from '../health/next-step.js';
import {
  ACCOUNT_EVENTS,
  type AccountEvent,
  type AccountEventKind,
  CHANNEL_STATES,
  type ChannelQuotaState,
  type ChannelSettings,
  type ChannelState,
  MAX_EXTERNAL_ID_LENGTH,
} from '../schemas/channel.schema.js';
import {
  type ChannelTokenView,
  TOKEN_KINDS,
  TOKEN_STATES,
  type TokenKind,
  type TokenState,
} from '../tokens/channel-token.js';
import { type ChannelLimitsView, MEDIA_KINDS, type MediaKind } from '../channel-limits.js';
import { IsFlatSettings } from './is-flat-settings.js';

const EXTERNAL_ID = /^[\w.:@-]+$/;
/** The PIN of the two-step verification of a WhatsApp number. */
export const PIN = /^\d{6}$/;
const MAX_NAME_LENGTH = 100;
const MAX_TOKEN_LENGTH = 4_096;
const SETTINGS_EXAMPLE = { waba_id: '205000000000001' };

const ExternalId = (options: FieldOptions): PropertyDecorator =>
  Field(
    { type: String, minLength: 1, maxLength: MAX_EXTERNAL_ID_LENGTH, pattern: EXTERNAL_ID.source },
    options,
    IsString(),
    Length(1, MAX_EXTERNAL_ID_LENGTH),
    Matches(EXTERNAL_ID, { message: '$property may have letters, digits and . _ : @ - only' }),
  );

/** Connects an account by a token that was made elsewhere. */
export class ConnectChannelDto {
  @Choice(CHANNEL_PLATFORMS, { example: 'facebook' })
  platform!: Platform;

  /** Page id, Instagram account id (`user_id`, 17841…) or WhatsApp `phone_number_id`. */
  @ExternalId({ example: '1000000000000009' })
  external_id!: string;

  /** Instagram Login: the `id` that is scoped to the app, beside the `user_id` above. */
  @ExternalId({ optional: true })
  app_scoped_id?: string;

  /** How staff call it; the external id where left out. */
  @RawText(MAX_NAME_LENGTH, { optional: true, minLength: 1 })
  name?: string;

  /** Must be allowed to act for the account, as a Page's own token is. Stored encrypted and never returned. */
  @Field(
    { type: String, minLength: 1, maxLength: MAX_TOKEN_LENGTH, writeOnly: true, format: 'password' },
    { example: 'EAAG-token-of-the-page' },
    IsString({ message: 'access_token is needed: paste a token that may act for the account' }),
    Length(1, MAX_TOKEN_LENGTH),
  )
  access_token!: string;

  /** Registers a WhatsApp number for the Cloud API. It is not stored. */
  @Pattern(PIN, '$property must have six digits', { optional: true, example: '123456' })
  pin?: string;

  /** Flat values of the platform: WhatsApp `waba_id`, Instagram through a Page `page_id`. */
  @Field(
    {
      type: 'object',
      additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    },
    { optional: true, example: SETTINGS_EXAMPLE },
    IsObject(),
    IsFlatSettings(),
  )
  settings?: ChannelSettings;
}

/** A new token is proven before it replaces the old one. */
export class UpdateChannelDto extends PartialType(
  PickType(ConnectChannelDto, ['name', 'access_token', 'pin', 'settings', 'app_scoped_id']),
) {}

export class ListChannelsQueryDto extends PageQueryDto {
  @Choice(CHANNEL_PLATFORMS, { optional: true })
  platform?: Platform;

  /** Left out: all that are not disconnected. */
  @Choice(CHANNEL_STATES, { optional: true })
  state?: ChannelState;
}

export class ChannelErrorDto {
  code!: string;
  message!: string;
  at!: Date;
}

/** The provider reported that it limits or ends the account. */
export class AccountEventDto implements AccountEvent {
  /** `blocked`: nothing can be sent. `offboarded`: the number was removed from the app. */
  @ApiProperty({ enum: ACCOUNT_EVENTS })
  kind!: AccountEventKind;

  message!: string;
  at!: Date;
}

/** How much of the provider's limits is used, by its answers. */
export class ChannelQuotaDto implements ChannelQuotaState {
  /** 0 to 100; null: unknown. */
  @ApiProperty({ type: Number, nullable: true, example: 28 })
  usage_percent!: number | null;

  /** Nothing is sent before this time; null if the channel may send. */
  @ApiProperty({ type: Date, nullable: true })
  limited_until!: Date | null;

  noted_at!: Date;
}

/** Times are null until the thing has happened. */
export class ChannelHealthDto implements ChannelHealthView {
  /** Last event of a customer; noted every few seconds. */
  @ApiProperty({ type: Date, nullable: true })
  last_in_at!: Date | null;

  /** Last message the provider took from us. */
  @ApiProperty({ type: Date, nullable: true })
  last_out_at!: Date | null;

  /** The error of the last test or send, whichever is newer. Errors of single messages do not count. */
  @ApiProperty({ type: ChannelErrorDto, nullable: true })
  last_error!: ChannelErrorDto | null;

  /**
   * The step that a person has to take; null if none. `reconnect`: connect the account again. `open_provider`: act on the
   * pages of the platform. `ask_operator`: the settings of this installation are wrong. `wait`: the problem ends by itself.
   * `test`: run the self-test.
   */
  @ApiProperty({ enum: NEXT_STEPS, nullable: true, example: null })
  next_step!: NextStep | null;

  /** Whole days until the token or the access to data ends; null: unknown, never, or the account must be connected again. */
  @ApiProperty({ type: Number, nullable: true, example: 54 })
  token_days_left!: number | null;

  /** Webhook fields the provider says we get. */
  @ApiProperty({ type: [String] })
  subscribed_fields!: string[];

  @ApiProperty({ type: ChannelQuotaDto, nullable: true })
  quota!: ChannelQuotaDto | null;

  /** When another app last held a conversation. Meanwhile PetBuddy can read it, but not answer. */
  @ApiProperty({ type: Date, nullable: true })
  standby_at!: Date | null;

  @ApiProperty({ type: AccountEventDto, nullable: true })
  account_event!: AccountEventDto | null;

  /** The last self-test. PetBuddy runs one each day. */
  @ApiProperty({ type: Date, nullable: true })
  checked_at!: Date | null;
}

/** Facts about the token of a channel; the token itself is never returned. */
export class ChannelTokenDto implements ChannelTokenView {
  /** `instagram`: a token of Instagram Login, which PetBuddy renews by itself. Null: not known yet. */
  @ApiProperty({ enum: TOKEN_KINDS, nullable: true, example: 'page' })
  kind!: TokenKind | null;

  /** Null: unknown or never. */
  @ApiProperty({ type: Date, nullable: true })
  expires_at!: Date | null;

  /** After this time a person must confirm the access at Meta again; null: unknown or never. */
  @ApiProperty({ type: Date, nullable: true })
  data_access_expires_at!: Date | null;

  /** When the token was issued or renewed; null: unknown. */
  @ApiProperty({ type: Date, nullable: true })
  refreshed_at!: Date | null;

  /** `expiring`: it ends within 7 days. `needs_reconnect`: it was refused; connect the account again. */
  @ApiProperty({ enum: TOKEN_STATES })
  state!: TokenState;

  /** Why the last test of the token failed; null after a success. */
  @ApiProperty({ type: ChannelErrorDto, nullable: true })
  last_error!: ChannelErrorDto | null;
}

export class ChannelTextLimitDto {
  @ApiProperty({ example: 2_000 })
  max!: number;

  /** Characters are Unicode code points; bytes are those of UTF-8. */
  @ApiProperty({ enum: ['characters', 'bytes'] })
  unit!: 'characters' | 'bytes';
}

export class ChannelMediaLimitDto {
  @ApiProperty({ enum: MEDIA_KINDS })
  kind!: MediaKind;

  @ApiProperty({ example: 8_388_608 })
  max_bytes!: number;

  /** MIME types; null for any. */
  @ApiProperty({ type: [String], nullable: true, example: ['image/jpeg', 'image/png'] })
  types!: string[] | null;
}

/** The limits of a message on the channel. */
export class ChannelLimitsDto implements ChannelLimitsView {
  @ApiProperty({ type: ChannelTextLimitDto })
  text!: ChannelTextLimitDto;

  /** A kind of file that is not listed cannot be sent. */
  @ApiProperty({ type: [ChannelMediaLimitDto] })
  media!: ChannelMediaLimitDto[];

  /** Buttons below a message; 0 where the platform has none. */
  buttons!: number;

  quick_replies!: number;

  list_rows!: number;
}

/** A connected account with its health. */
export class ChannelDto implements ChannelView {
  _id!: string;
  company_id!: string;

  @ApiProperty({ enum: CHANNEL_PLATFORMS })
  platform!: Platform;

  /** Who carries its messages: `graph` is Meta, `waha` the company's WAHA server. */
  @ApiProperty({ example: 'graph' })
  provider!: string;

  external_id!: string;

  @ApiProperty({ type: String, nullable: true })
  app_scoped_id!: string | null;

  name!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: SETTINGS_EXAMPLE })
  settings!: ChannelSettings;

  /**
   * `unverified`: it is not proven that the token may act for the account, so nothing comes in or goes out; run the
   * self-test. `needs_reconnect`: the token no longer works, so nothing can be sent; customers' messages still come in.
   */
  @ApiProperty({ enum: CHANNEL_STATES })
  state!: ChannelState;

  has_token!: boolean;

  /** Null for a disconnected channel. */
  @ApiProperty({ type: ChannelTokenDto, nullable: true })
  token!: ChannelTokenDto | null;

  @ApiProperty({ type: ChannelHealthDto })
  health!: ChannelHealthDto;

  /** Null if this installation does not know the kind of channel. */
  @ApiProperty({ type: ChannelLimitsDto, nullable: true })
  limits!: ChannelLimitsDto | null;

  /** Grows when a person changes the channel; for If-Match. */
  version!: number;

  created_at!: Date;
  updated_at!: Date;
}

export class ChannelPageDto {
  @ApiProperty({ type: [ChannelDto] })
  items!: ChannelDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
