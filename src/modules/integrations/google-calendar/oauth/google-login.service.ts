import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import { isSameSecret, SecretBox } from '../../../../core/security/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { GoogleRefusal } from '../api/google-failures.js';
import { GoogleOauthClient, type IssuedTokens } from '../api/google-oauth-client.js';
import { GoogleAccount } from '../connection/google-account.service.js';
import { GoogleConnecting } from '../connection/google-connecting.service.js';
import { type GoogleLogin, verifierPlace } from '../schemas/google-login.schema.js';
import { GoogleLoginsRepository } from './google-logins.repository.js';

const SECRET_BYTES = 32;
export const LOGIN_TIME_MS = 10 * 60_000;

/** The codes of `error` in the address of the page. */
type ReturnError =
  | 'STATE_INVALID'
  | 'STATE_EXPIRED'
  | 'ACCESS_DENIED'
  | 'CODE_REFUSED'
  | 'SCOPE_MISSING'
  | 'NO_REFRESH_TOKEN'
  | 'GOOGLE_UNAVAILABLE';

export interface StartedLogin {
  readonly url: string;
  /** For the cookie of the browser. */
  readonly browserSecret: string;
}

/** Log-ins at Google, from the button to the return. */
@Injectable()
export class GoogleLoginService {
  private readonly logger = new Logger(GoogleLoginService.name);

  constructor(
    private readonly logins: GoogleLoginsRepository,
    private readonly oauth: GoogleOauthClient,
    private readonly connecting: GoogleConnecting,
    private readonly account: GoogleAccount,
    private readonly box: SecretBox,
    private readonly config: AppConfig,
  ) {}

  /** @throws AppError GOOGLE_NOT_SET_UP */
  async start(scope: CompanyScope, { userId }: Principal): Promise<StartedLogin> {
    const [state, browserSecret, verifier] = [secret(), secret(), secret()];
    const url = this.oauth.consentUrl(state, verifier);
    const owner = { _id: new Types.ObjectId(), company_id: scope.companyId };
    await this.logins.dropExpired(new Date());
    await this.logins.create(scope, {
      _id: owner._id,
      user_id: toObjectId(userId),
      state_hash: hashOf(state),
      browser_hash: hashOf(browserSecret),
      verifier: this.box.seal(verifier, verifierPlace(owner)),
      expires_at: new Date(Date.now() + LOGIN_TIME_MS),
    });
    return { url, browserSecret };
  }

  /**
   * @param query of the callback
   * @param browserSecret of the cookie
   * @returns the page to show
   */
  async finish(query: Readonly<Record<string, unknown>>, browserSecret: string | undefined): Promise<string> {
    const { state, code } = query;
    const login = typeof state === 'string' ? await this.logins.findByState(hashOf(state)) : undefined;
    if (!login || !isSameSecret(hashOf(browserSecret ?? ''), login.browser_hash)) return this.page('STATE_INVALID');
    if (!(await this.logins.use(login))) return this.page('STATE_INVALID');
    if (login.expires_at <= new Date()) return this.page('STATE_EXPIRED');
    if (typeof code !== 'string' || code === '') return this.page('ACCESS_DENIED');
    return this.page(await this.connect(login, code));
  }

  private async connect(login: GoogleLogin, code: string): Promise<ReturnError | undefined> {
    const scope = CompanyScope.of(login.company_id);
    try {
      const tokens = await this.oauth.redeem(code, this.box.open(login.verifier, verifierPlace(login)));
      const problem = problemOf(tokens);
      if (problem) return problem;
      await this.connecting.connect(scope, login.user_id, tokens);
      // For the name of the account; the choice of calendars reads it again.
      await this.account.calendars(scope).catch(() => undefined);
      return undefined;
    } catch (error) {
      this.logger.warn({ message: 'log-in at Google failed', companyId: scope.id, error: String(error) });
      return error instanceof GoogleRefusal && !error.isTemporary ? 'CODE_REFUSED' : 'GOOGLE_UNAVAILABLE';
    }
  }

  private page(error: ReturnError | undefined): string {
    const query = error === undefined ? 'connected=1' : `error=${error}`;
    return `${this.config.frontendUrl.replace(/\/$/, '')}/settings/google-calendar?${query}`;
  }
}

function problemOf({ hasAllScopes, refreshToken }: IssuedTokens): ReturnError | undefined {
  if (!hasAllScopes) return 'SCOPE_MISSING';
  return refreshToken === undefined ? 'NO_REFRESH_TOKEN' : undefined;
}

const secret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
