import { Controller, Get, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { Allow, CurrentCompany, CurrentUser, type Principal, Public } from '../../../../core/auth-guards/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import { API_PREFIX, ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { GoogleLoginUrlDto } from '../dto/google-calendar.dto.js';
import { GoogleLoginService, LOGIN_TIME_MS } from './google-login.service.js';

const COOKIE = 'pb_google_login';
const COOKIE_PATH = `/${API_PREFIX}/google-calendar/oauth`;

/** The log-in at Google. */
@ApiTags('Google Calendar')
@Controller('google-calendar/oauth')
export class GoogleOauthController {
  constructor(
    private readonly logins: GoogleLoginService,
    private readonly config: AppConfig,
  ) {}

  /**
   * Returns the address of the log-in.
   * @remarks Sets a cookie: only the browser that asked may return from Google. So nobody can connect the account of another
   * person by sending the address.
   */
  @Get('url')
  @Allow('integrations:manage')
  @ApiOkResponse({ type: GoogleLoginUrlDto })
  @ApiErrors(401, 403, 422)
  async start(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoogleLoginUrlDto> {
    const { url, browserSecret } = await this.logins.start(scope, user);
    response.cookie(COOKIE, browserSecret, { ...this.cookieOptions(), maxAge: LOGIN_TIME_MS });
    return { url };
  }

  /**
   * Receives the answer of Google.
   * @remarks Redirects to `/settings/google-calendar?connected=1` of the staff app, or to `?error=<code>` with `STATE_INVALID`,
   * `STATE_EXPIRED`, `ACCESS_DENIED`, `CODE_REFUSED`, `SCOPE_MISSING`, `NO_REFRESH_TOKEN` or `GOOGLE_UNAVAILABLE`.
   */
  @Get('callback')
  @Public()
  @Redirect()
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'code', required: false })
  @ApiQuery({ name: 'error', required: false })
  @ApiFoundResponse({ description: 'The page of Google Calendar' })
  @ApiErrors(400)
  async take(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string; statusCode: number }> {
    const url = await this.logins.finish(query, cookieOf(request, COOKIE));
    response.clearCookie(COOKIE, this.cookieOptions());
    return { url, statusCode: 302 };
  }

  /** Lax, because the return from Google is a navigation from another site. */
  private cookieOptions(): CookieOptions {
    const secure = this.config.frontendUrl.startsWith('https://');
    return { httpOnly: true, sameSite: 'lax', secure, path: COOKIE_PATH };
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
