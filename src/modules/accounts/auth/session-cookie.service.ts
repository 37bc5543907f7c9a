import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { assertTrustedOrigin, csrfRefused } from '../../../core/http/index.js';
import { AuthCookiesService } from './auth-cookies.service.js';
import { invalidRefreshToken } from './auth.errors.js';
import { DEVICE_COOKIE, DEVICE_HEADER } from './client-info.js';
import type { TokensDto } from './dto/tokens.dto.js';
import type { SessionTokens } from './sessions.service.js';

export const SESSION_HEADER = 'x-session';
export const REFRESH_COOKIE = 'pb_refresh';
const COOKIE_MODE = 'cookie';
const DEVICE_TOKEN_LIFE_MS = 365 * 24 * 3_600_000;

/**
 * Cookie mode: a browser that sends `x-session: cookie` keeps the refresh token in a cookie that scripts cannot
 * read. A page of another origin can send the header only after a preflight, which fails.
 */
@Injectable()
export class SessionCookieService {
  constructor(
    private readonly config: AppConfig,
    private readonly cookies: AuthCookiesService,
  ) {}

  isCookieMode(request: Request): boolean {
    return request.get(SESSION_HEADER) === COOKIE_MODE;
  }

  /** @throws AppError CSRF_REFUSED for a page of another origin in cookie mode */
  assertOwnPage(request: Request): void {
    if (!this.isCookieMode(request)) return;
    assertTrustedOrigin(request, this.config.corsOrigins);
    const site = request.get('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') {
      throw csrfRefused('The browser says that another site sent this request; open the app itself');
    }
  }

  /**
   * The refresh token of the body or, in cookie mode, of the cookie.
   * @throws AppError CSRF_REFUSED | INVALID_TOKEN | VALIDATION_ERROR if there is none
   */
  refreshTokenOf(request: Request, fromBody: string | undefined): string {
    if (fromBody !== undefined) return fromBody;
    const fromCookie = this.read(request);
    if (this.isCookieMode(request)) {
      if (fromCookie === undefined) throw invalidRefreshToken();
      return fromCookie;
    }
    if (fromCookie !== undefined)
      throw csrfRefused('The cookie counts only with the header x-session: cookie; send it');
    const message = 'refreshToken is missing: send it, or send the header x-session: cookie to use the cookie';
    throw AppError.validation([{ field: 'refreshToken', message }]);
  }

  read(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[REFRESH_COOKIE];
  }

  /** In cookie mode the refresh token goes into the cookie instead of the body. */
  deliverTokens(response: Response, tokens: SessionTokens): TokensDto {
    const { accessToken, refreshToken, expiresIn, refreshExpiresAt } = tokens;
    if (!this.isCookieMode(response.req)) return { accessToken, refreshToken, expiresIn };
    const lifeMs = refreshExpiresAt.getTime() - Date.now();
    response.cookie(REFRESH_COOKIE, refreshToken, { ...this.cookies.optionsFor(response.req), maxAge: lifeMs });
    return { accessToken, expiresIn };
  }

  /** Marks the device as known for the next log-in. */
  rememberDevice(response: Response, token: string): void {
    response.setHeader(DEVICE_HEADER, token);
    response.cookie(DEVICE_COOKIE, token, { ...this.cookies.optionsFor(response.req), maxAge: DEVICE_TOKEN_LIFE_MS });
  }

  clear(response: Response): void {
    response.clearCookie(REFRESH_COOKIE, this.cookies.optionsFor(response.req));
  }
}
