import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../../../core/security/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { GoogleConnectionsRepository } from '../connection/google-connections.repository.js';
import { GoogleTrouble } from '../connection/google-trouble.service.js';
import { type GoogleConnection, refreshTokenPlace } from '../schemas/google-connection.schema.js';
import { GoogleAccessLost, GoogleRefusal, isRefusal } from './google-failures.js';
import { GoogleOauthClient } from './google-oauth-client.js';

/** A token that ends sooner is refreshed before the call. */
const SPARE_MS = 60_000;
const UNAUTHORIZED = 401;

interface KnownToken {
  readonly value: string;
  readonly expiresAt: number;
  readonly loginCount: number;
}

/** Access tokens, kept in memory until they end. */
@Injectable()
export class GoogleTokens {
  private readonly known = new Map<string, KnownToken>();

  constructor(
    private readonly connections: GoogleConnectionsRepository,
    private readonly oauth: GoogleOauthClient,
    private readonly trouble: GoogleTrouble,
    private readonly box: SecretBox,
  ) {}

  /**
   * Runs a call with an access token, and once more with a new one if Google refuses the first.
   * @throws GoogleAccessLost if no account is connected | what the call throws
   */
  async withToken<T>(scope: CompanyScope, call: (token: string) => Promise<T>): Promise<T> {
    const connection = await this.connections.of(scope);
    if (connection?.state !== 'connected') throw new GoogleAccessLost(connection?.state !== 'needs_reconnect');
    const first = await this.tokenOf(scope, connection);
    try {
      return await call(first);
    } catch (error) {
      if (!isRefusal(error, UNAUTHORIZED)) throw error;
      this.known.delete(scope.id);
      return call(await this.tokenOf(scope, connection));
    }
  }

  private async tokenOf(scope: CompanyScope, connection: GoogleConnection): Promise<string> {
    const { login_count, refresh_token } = connection;
    const known = this.known.get(scope.id);
    if (known?.loginCount === login_count && known.expiresAt - SPARE_MS > Date.now()) return known.value;
    if (refresh_token === null) throw new GoogleAccessLost();
    try {
      const issued = await this.oauth.refresh(this.box.open(refresh_token, refreshTokenPlace(connection)));
      const { accessToken: value, accessExpiresAt: expiresAt } = issued;
      this.known.set(scope.id, { value, expiresAt, loginCount: login_count });
      return value;
    } catch (error) {
      if (!(error instanceof GoogleRefusal) || error.reason !== 'invalid_grant') throw error;
      await this.trouble.accessLost(scope, connection);
      throw new GoogleAccessLost();
    }
  }
}
