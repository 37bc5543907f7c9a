import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { GraphClient, isInstagramLoginToken, type MetaPlatform, readDebuggedToken } from '../../meta/index.js';
import { loginFailure } from '../meta-connect.errors.js';
import { type ConnectionFinding, finding, type LoginToken } from './account-finding.js';
import { missingScopes, SCOPES_FOR_MESSAGES } from './login-scopes.js';

/** A log-in with a valid token of the right kind for this app. */
export interface CheckedLogin extends LoginToken {
  scopes: string[];
  /** `granular_scopes` of debug_token. */
  granular: unknown;
  findings: ConnectionFinding[];
}

const KINDS = ['user', 'system_user'];

@Injectable()
export class PermissionCheck {
  constructor(
    private readonly graph: GraphClient,
    private readonly config: AppConfig,
  ) {}

  /** @throws ConnectFailure WRONG_APP | WRONG_TOKEN_KIND | DATA_ACCESS_EXPIRED; GraphRefusal | GraphUnreachable */
  async check(product: MetaPlatform, login: LoginToken): Promise<CheckedLogin> {
    // Instagram's host has no debug_token; the exchange has returned the scopes.
    if (isInstagramLoginToken(login.token)) return withFindings(product, { ...login, granular: [] });
    const answer = await this.graph.debugToken(login.token);
    const { kind, data_access_expires_at } = readDebuggedToken(answer);
    if (String(answer['app_id']) !== this.config.metaLogin.facebookAppId) throw loginFailure('WRONG_APP');
    if (!kind || !KINDS.includes(kind)) throw loginFailure('WRONG_TOKEN_KIND');
    if (data_access_expires_at && data_access_expires_at <= new Date()) throw loginFailure('DATA_ACCESS_EXPIRED');
    const scopes = Array.isArray(answer['scopes']) ? answer['scopes'].map(String) : [];
    return withFindings(product, { ...login, scopes, granular: answer['granular_scopes'] });
  }
}

function withFindings(product: MetaPlatform, login: LoginToken & { granular: unknown }): CheckedLogin {
  const scopes = login.scopes ?? [];
  const declined = missingScopes(SCOPES_FOR_MESSAGES[product], scopes);
  return { ...login, scopes, findings: declined.map((scope) => finding('SCOPE_DECLINED', scope)) };
}
