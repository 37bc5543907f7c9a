import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { DEFAULT_LOCALE, DEFAULT_TIME_ZONE, toCompanyDto } from '../companies/index.js';
import { AccountsRepository, UserPresenter } from '../users/index.js';
import { TakesCredentials } from './takes-credentials.decorator.js';
import { clientInfoOf, rememberDevice } from './client-info.js';
import { LoggedInDto, RegisteredDto, VerifiedDto } from './dto/auth-answers.dto.js';
import { LoginDto, LogoutDto, RefreshDto, RegisterDto } from './dto/credentials.dto.js';
import { TokensDto } from './dto/tokens.dto.js';
import { LoginService } from './login.service.js';
import { RegistrationService } from './registration.service.js';
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
    private readonly config: AppConfig,
  ) {}

  /** Makes a company and its owner, and logs the owner in. */
  @Post('register')
  @TakesCredentials()
  @BodyExample(RegisterDto, {
    email: 'ana@example.com',
    password: EXAMPLE_PASSWORD,
    company_name: 'Happy Paws',
    full_name: 'Ana Lima',
    time_zone: 'America/Sao_Paulo',
    locale: 'pt-BR',
  })
  @ApiCreatedResponse({ type: RegisteredDto })
  @ApiErrors(400, 409, 503)
  async register(@Body() body: RegisterDto, @Req() request: Request): Promise<RegisteredDto> {
    const { email, password, company_name, full_name = '', time_zone = DEFAULT_TIME_ZONE } = body;
    const locale = body.locale ?? DEFAULT_LOCALE;
    const { user, company } = await this.registrations.register({
      email,
      password,
      full_name,
      locale,
      company: { name: company_name, time_zone, locale },
    });
    const tokens = await this.sessions.open(user, clientInfoOf(request));
    return { user: this.presenter.present(user), company: toCompanyDto(company), tokens };
  }

  /** Logs in. The header `x-device-token` (or the cookie `pb_device`) of an earlier log-in marks a known device. */
  @Post('login')
  @HttpCode(200)
  @TakesCredentials()
  @BodyExample(LoginDto, { email: 'ana@example.com', password: EXAMPLE_PASSWORD })
  @ApiOkResponse({ type: LoggedInDto })
  @ApiErrors(400, 401, 423, 503)
  async logIn(
    @Body() { email, password }: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LoggedInDto> {
    const { user, tokens, deviceToken } = await this.logins.logIn(email, password, clientInfoOf(request));
    rememberDevice(response, deviceToken, this.config.isProduction);
    return { user: this.presenter.present(user), tokens };
  }

  /** Trades a refresh token for a new pair; reusing an old one ends the session. */
  @Post('refresh')
  @HttpCode(200)
  @TakesCredentials()
  @BodyExample(RefreshDto, { refreshToken: 'the refreshToken of the last log-in or refresh' })
  @ApiOkResponse({ type: TokensDto })
  @ApiErrors(400, 401)
  refresh(@Body() { refreshToken }: RefreshDto): Promise<TokensDto> {
    return this.sessions.refresh(refreshToken);
  }

  /** Ends this session; its access token is refused from then on. */
  @Post('logout')
  @HttpCode(204)
  @Allow('profile:manage')
  @BodyExample(LogoutDto, { refreshToken: 'the refreshToken of the last log-in or refresh' })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403)
  logOut(@CurrentUser() principal: Principal, @Body() { refreshToken }: LogoutDto): Promise<void> {
    return this.sessions.logOut(principal, refreshToken);
  }

  /** Says whose token this is. */
  @Get('verify')
  @Allow('profile:manage')
  @ApiOkResponse({ type: VerifiedDto })
  @ApiErrors(401, 403)
  async verify(@CurrentUser() { companyId, userId }: Principal): Promise<VerifiedDto> {
    const user = await this.accounts.getById(CompanyScope.of(companyId), userId);
    return { valid: true, user: this.presenter.present(user) };
  }
}
