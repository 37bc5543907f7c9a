import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { objectOf, textOf } from '../../../../core/json/index.js';
import { GoogleHttp } from './google-http.js';

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';
/** Events are written, and calendars are listed. People may refuse each of them alone. */
const SCOPES = ['calendar.events', 'calendar.readonly'].map((name) => SCOPE_PREFIX + name);
const MS_PER_SECOND = 1_000;
const DEFAULT_LIFE_S = 3_600;

export interface IssuedTokens {
  readonly accessToken: string;
  readonly accessExpiresAt: number;
  /** Google sends it after a consent, not after a refresh. */
  readonly refreshToken: string | undefined;
  readonly hasAllScopes: boolean;
}

/** Log-ins and tokens of Google accounts. */
@Injectable()
export class GoogleOauthClient {
  constructor(private readonly http: GoogleHttp) {}

  /** The address of the consent page. @throws AppError GOOGLE_NOT_SET_UP */
  consentUrl(state: string, verifier: string): string {
    const { consentUrl, clientId, redirectUri } = this.http.config;
    const url = new URL(consentUrl);
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: SCOPES.join(' '),
      access_type: 'offline',
      // Without it Google sends no refresh token to a person who has agreed before.
      prompt: 'consent',
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    return url.href;
  }

  /** @throws GoogleRefusal | Error */
  redeem(code: string, verifier: string): Promise<IssuedTokens> {
    const { redirectUri } = this.http.config;
    return this.ask({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri });
  }

  /** @throws GoogleRefusal with the reason `invalid_grant` after the access has ended | Error */
  refresh(refreshToken: string): Promise<IssuedTokens> {
    return this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** @throws GoogleRefusal | Error */
  async revoke(refreshToken: string): Promise<void> {
    await this.http.call({ method: 'POST', url: this.http.config.revokeUrl, form: { token: refreshToken } });
  }

  private async ask(form: Record<string, string>): Promise<IssuedTokens> {
    const { tokenUrl, clientId: client_id, clientSecret: client_secret } = this.http.config;
    const answer = objectOf(
      await this.http.call({ method: 'POST', url: tokenUrl, form: { ...form, client_id, client_secret } }),
    );
    const accessToken = textOf(answer['access_token']);
    if (accessToken === undefined) throw new Error('Google sent no access token');
    const granted = (textOf(answer['scope']) ?? '').split(' ');
    const life = Number(answer['expires_in'] ?? DEFAULT_LIFE_S);
    return {
      accessToken,
      accessExpiresAt: Date.now() + life * MS_PER_SECOND,
      refreshToken: textOf(answer['refresh_token']),
      hasAllScopes: SCOPES.every((scope) => granted.includes(scope)),
    };
  }
}
