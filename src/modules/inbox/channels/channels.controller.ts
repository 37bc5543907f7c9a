import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelsService } from './channels.service.js';
import {
  ChannelDto,
  ChannelPageDto,
  ConnectChannelDto,
  ListChannelsQueryDto,
  UpdateChannelDto,
} from './dto/channel.dto.js';
import { SelfTestReportDto } from './dto/self-test.dto.js';
import { ChannelSelfTest } from './self-test/channel-self-test.js';
import { TokenRefreshService } from './tokens/token-refresh.service.js';

/** The accounts by which customers reach the company. */
@ApiTags('Channels')
@Controller('channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly selfTest: ChannelSelfTest,
    private readonly tokens: TokenRefreshService,
  ) {}

  /** Connected channels with their health, the oldest first. */
  @Get()
  @Allow('channels:read')
  @ApiOkResponse({ type: ChannelPageDto })
  @ApiErrors(400, 401, 403)
  list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { platform, state, limit, cursor }: ListChannelsQueryDto,
  ): Promise<ChannelPageDto> {
    return this.channels.list(scope, { platform, state }, { limit, cursor });
  }

  /**
   * Connects an account by a pasted token.
   * @remarks If it is proven at once that the token may act for the account, the channel is `live`. Otherwise it is `unverified`
   * and reserves nothing, and the self-test can prove it later. An account that the company had before comes back with
   * its history.
   */
  @Post()
  @Allow('channels:manage')
  @BodyExample(ConnectChannelDto, {
    platform: 'facebook',
    external_id: '1000000000000009',
    name: 'Happy Paws',
    access_token: 'EAAG-token-of-the-page',
  })
  @ApiCreatedResponse({ type: ChannelDto })
  @ApiErrors(400, 401, 403, 409, 422)
  connect(@CurrentCompany() scope: CompanyScope, @Body() input: ConnectChannelDto): Promise<ChannelDto> {
    return this.channels.connect(scope, input);
  }

  /** One channel with its health. */
  @Get(':id')
  @Allow('channels:read')
  @Versioned()
  @ApiOkResponse({ type: ChannelDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ChannelDto> {
    return this.channels.get(scope, id);
  }

  /** Changes a channel. A new token replaces the old one only if it is proven that it may act for the account. */
  @Patch(':id')
  @Allow('channels:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateChannelDto, { name: 'Happy Paws, downtown' })
  @ApiOkResponse({ type: ChannelDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422, 503)
  update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() input: UpdateChannelDto,
  ): Promise<ChannelDto> {
    return this.channels.update(scope, id, input, version);
  }

  /** Disconnects: Meta sends no more events, the account is free for others, its token is deleted, conversations stay. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('channels:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  disconnect(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    return this.channels.disconnect(scope, id);
  }

  /**
   * Tests the token and the subscription of a channel, and names the first step that fails.
   * @remarks An unverified channel whose steps `token` and `account` pass becomes `live`.
   */
  @Post(':id/self-test')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: SelfTestReportDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  test(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<SelfTestReportDto> {
    return this.selfTest.run(scope, id);
  }

  /**
   * Checks the token of a channel now and renews it where the platform allows that.
   * @remarks Only a token of Instagram Login can be renewed, once it is 24 hours old. For other tokens Meta is asked for
   * their dates. `token.last_error` of the answer says what failed. PetBuddy does the same by itself once a day.
   */
  @Post(':id/refresh-token')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: ChannelDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  refreshToken(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ChannelDto> {
    return this.tokens.refresh(scope, id);
  }
}
