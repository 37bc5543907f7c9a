import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  Allow,
  type AuthenticatedRequest,
  CurrentUser,
  type Principal,
  principalOf,
  Public,
} from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { DEFAULT_LOCALE, DEFAULT_TIME_ZONE, toCompanyDto } from '../companies/index.js';
import { AccountsRepository, UserPresenter } from '../users/index.js';
import { TakesCredentials } from './takes-credentials.decorator.js';
import { clientInfoOf } from './client-info.js';
import { LoggedInDto, RegisteredDto, VerifiedDto } from './dto/auth-answers.dto.js';
import { LoginDto, LogoutDto, RefreshDto, RegisterDto } from './dto/credentials.dto.js';
import { TokensDto } from './dto/tokens.dto.js';
import { SupportsCookieMode } from './cookie-mode.guard.js';
import { DeviceTokenService } from './device-token.service.js';
import { LoginService } from './login.service.js';
import { RegistrationService } from './registration.service.js';
import { SessionCookieService } from './session-cookie.service.js';
import { SessionsService } from './sessions.service.js';

/** So that the example of the log-in works after that of the registration. */
const EXAMPLE_PASSWORD = 'five-poodles-sing-at-dawn';

@ApiTags('Auth')
@WithoutIdempotency()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly logins: LoginService,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsRepository,
    private readonly presenter: UserPresenter,
    private readonly cookies: SessionCookieService,
    private readonly devices: DeviceTokenService,
  ) {}

  /** Makes a company and its owner, and logs the owner in. */
  @Post('register')
  @SupportsCookieMode()
  @TakesCredentials()
  @BodyExample(RegisterDto, {
    email: 'ana@example.com',
    password: EXAMPLE_PASSWORD,
    company_name: 'Happy Paws',
    full_name: 'Ana Lima',
    time_zone: 'America/Sao_Paulo',
    country: 'BR',
    locale: 'pt-BR',
    starter: true,
  })
  @ApiCreatedResponse({ type: RegisteredDto })
  @ApiErrors(400, 403, 409, 503)
  async register(
    @Body() body: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisteredDto> {
    const { email, password, company_name, full_name = '', time_zone = DEFAULT_TIME_ZONE, country, starter } = body;
    const locale = body.locale ?? DEFAULT_LOCALE;
    const { user, company } = await this.registrations.register({
      email,
      password,
      full_name,
      locale,
      company: { name: company_name, time_zone, country, locale, ...(starter ? { starter } : {}) },
    });
    const tokens = await this.sessions.open(user, clientInfoOf(request));
    this.cookies.rememberDevice(response, this.devices.issue(user.email));
    return {
      user: this.presenter.presentProfile(user),
      company: toCompanyDto(company),
      tokens: this.cookies.deliverTokens(response, tokens),
    };
  }

  /** Logs in. The header `x-device-token` (or the cookie `pb_device`) of an earlier log-in marks a known device. */
  @Post('login')
  @SupportsCookieMode()
  @HttpCode(200)
  @TakesCredentials()
  @BodyExample(LoginDto, { email: 'demo@patas.example', password: 'petbuddy-demo' })
  @ApiOkResponse({ type: LoggedInDto })
  @ApiErrors(400, 401, 403, 423, 503)
  async logIn(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LoggedInDto> {
    const { user, tokens, deviceToken } = await this.logins.logIn(email, password, clientInfoOf(request));
    this.cookies.rememberDevice(response, deviceToken);
    return { user: this.presenter.presentProfile(user), tokens: this.cookies.deliverTokens(response, tokens) };
  }

  /**
   * Trades a refresh token for a new pair; reusing an old one ends the session.
   * @remarks The token comes in the body or, in cookie mode, in the cookie.
   */
  @Post('refresh')
  @SupportsCookieMode()
  @HttpCode(200)
  @Public()
  @BodyExample(RefreshDto, { refreshToken: 'the refreshToken of the last log-in or refresh' }, { required: false })
  @ApiOkResponse({ type: TokensDto })
  @ApiErrors(400, 401, 403)
  async refresh(
    @Body() { refreshToken }: RefreshDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokensDto> {
    const tokens = await this.sessions.refresh(this.cookies.refreshTokenOf(request, refreshToken));
    return this.cookies.deliverTokens(response, tokens);
  }

  /**
   * Ends this session; its access token is refused from then on.
   * @remarks Needs the access token or, in cookie mode, the cookie, which it clears.
   */
  @Post('logout')
  @SupportsCookieMode()
  @HttpCode(204)
  @Public()
  @ApiBearerAuth()
  @BodyExample(LogoutDto, { refreshToken: 'the refreshToken of the last log-in or refresh' }, { required: false })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403)
  async logOut(
    @Req() request: AuthenticatedRequest,
    @Body() { refreshToken }: LogoutDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (!this.cookies.isCookieMode(request)) return this.sessions.logOut(principalOf(request), refreshToken);
    const cookie = this.cookies.read(request);
    if (cookie !== undefined) await this.sessions.logOutWith(cookie);
    if (request.principal) await this.sessions.logOut(request.principal, refreshToken);
    this.cookies.clear(response);
  }

  /** The owner of the access token. */
  @Get('verify')
  @Allow('profile:manage')
  @ApiOkResponse({ type: VerifiedDto })
  @ApiErrors(401, 403)
  async verify(@CurrentUser() { companyId, userId }: Principal): Promise<VerifiedDto> {
    const user = await this.accounts.getById(CompanyScope.of(companyId), userId);
    return { valid: true, user: this.presenter.presentProfile(user) };
  }
}
