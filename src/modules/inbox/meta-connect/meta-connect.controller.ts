import { Body, Controller, Get, HttpCode, Param, Post, Query, Redirect } from '@nestjs/common';
import { ApiCreatedResponse, ApiFoundResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal, Public } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import {
  ChooseAccountsDto,
  ConnectedChannelsDto,
  LoginQueryDto,
  MetaConnectionDto,
  SignupCodeDto,
  StartedLoginDto,
} from './dto/meta-connection.dto.js';
import { LoginReturnService } from './login-return.service.js';
import { LoginStartService } from './login-start.service.js';
import { MetaConnectionsService } from './meta-connections.service.js';
import { toConnectionView } from './meta-connection-view.js';

/** Connects accounts by a log-in at Meta. */
@ApiTags('Meta')
@Controller('meta')
export class MetaConnectController {
  constructor(
    private readonly starts: LoginStartService,
    private readonly returns: LoginReturnService,
    private readonly connections: MetaConnectionsService,
  ) {}

  /** Returns the address of a log-in dialog. */
  @Get('oauth/url')
  @Allow('channels:manage')
  @ApiOkResponse({ type: StartedLoginDto })
  @ApiErrors(400, 401, 403, 422)
  start(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Query() { product }: LoginQueryDto,
  ): Promise<StartedLoginDto> {
    return this.starts.start(scope, user, product);
  }

  /**
   * Receives the answer of a log-in dialog.
   * @remarks Redirects to `/settings/channels?connect=<id>` of the staff app, or to `?connect_error=<code>` with `STATE_INVALID`,
   * `STATE_USED`, `STATE_EXPIRED` or `CODE_MISSING`.
   */
  @Get('oauth/callback')
  @Public()
  @Redirect()
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'code', required: false })
  @ApiQuery({ name: 'error', required: false })
  @ApiFoundResponse({ description: 'The page of channels' })
  @ApiErrors(400)
  async take(@Query() query: Record<string, unknown>): Promise<{ url: string; statusCode: number }> {
    return { url: await this.returns.take(query), statusCode: 302 };
  }

  /** Returns a log-in with its steps and accounts, only to the person who started it. */
  @Get('connections/:id')
  @Allow('channels:manage')
  @ApiOkResponse({ type: MetaConnectionDto })
  @ApiErrors(400, 401, 403, 404, 409)
  get(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<MetaConnectionDto> {
    return this.connections.get(scope, user, id);
  }

  /** Connects chosen accounts of a log-in. */
  @Post('connections/:id/choose')
  @HttpCode(200)
  @Allow('channels:manage')
  @BodyExample(ChooseAccountsDto, { external_ids: ['1000000000000009'] })
  @ApiOkResponse({ type: ConnectedChannelsDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async choose(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() input: ChooseAccountsDto,
  ): Promise<ConnectedChannelsDto> {
    return { items: await this.connections.choose(scope, user, id, input) };
  }

  /** Takes a code of Embedded Signup from a page with the JavaScript SDK of Meta. */
  @Post('connections/whatsapp')
  @Allow('channels:manage')
  @BodyExample(SignupCodeDto, { code: 'AQBx-code-of-embedded-signup', waba_id: '205000000000001' })
  @ApiCreatedResponse({ type: MetaConnectionDto })
  @ApiErrors(400, 401, 403)
  async takeSignupCode(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Body() input: SignupCodeDto,
  ): Promise<MetaConnectionDto> {
    return toConnectionView(await this.returns.takeSignupCode(scope, user, input));
  }
}
