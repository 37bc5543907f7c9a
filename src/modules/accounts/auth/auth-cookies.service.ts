import { Injectable, Logger } from '@nestjs/common';
import type { CookieOptions, Request } from 'express';
import { AppConfig } from '../../../core/config/index.js';

const AUTH_PATH = '/api/v1/auth';
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Attributes of the log-in cookies. `Secure` follows the scheme of the request, because a browser drops a `Secure` cookie of a
 * plain-http address; see docs/adr/0012.
 */
@Injectable()
export class AuthCookiesService {
  private readonly logger = new Logger(AuthCookiesService.name);
  private hasWarned = false;

  constructor(private readonly config: AppConfig) {}

  optionsFor(request: Request): CookieOptions {
    const secure = this.config.secureCookies === 'always' || isHttps(request);
    if (!secure && !LOOPBACK.test(request.hostname)) this.warnOnce(request.hostname);
    return { httpOnly: true, sameSite: 'strict', secure, path: AUTH_PATH };
  }

  private warnOnce(hostname: string): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.logger.warn(
      `A browser uses http://${hostname} without TLS: everybody in that network can read passwords and log-in cookies. Serve the app by https; behind a proxy, set TRUSTED_PROXY_HOPS`,
    );
  }
}

/** `protocol` believes X-Forwarded-Proto of trusted proxies only. The origin of the page also shows a proxy that is not configured. */
const isHttps = (request: Request): boolean =>
  request.protocol === 'https' || (request.get('origin')?.startsWith('https://') ?? false);
