import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { GraphRefusal, GraphUnreachable } from '../../meta/index.js';
import { loginFailure } from '../meta-connect.errors.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const MS_PER_SECOND = 1_000;

type Params = Record<string, string>;

export interface IssuedToken {
  token: string;
  expires_at?: string;
  /** Only Instagram returns them. */
  scopes?: string[];
}

interface Answer {
  access_token?: string;
  expires_in?: number;
  permissions?: string[] | string;
  /** Some versions of Instagram wrap the answer in this field. */
  data?: Answer[];
  error?: { code?: number; error_subcode?: number; message?: string };
  error_message?: string;
}

/** Exchanges codes and tokens with the secret of the app. */
@Injectable()
export class MetaOauthClient {
  constructor(
    private readonly http: HttpService,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param isRedirected false for a code of the JavaScript SDK, which has no redirect URI
   * @throws GraphRefusal | GraphUnreachable | LoginFailure NO_TOKEN
   */
  redeemFacebookCode(code: string, isRedirected: boolean): Promise<IssuedToken> {
    const { redirectUri } = this.config.metaLogin;
    return this.askGraph({ code, ...(isRedirected && { redirect_uri: redirectUri }) });
  }

  /** Exchanges a short token for one of about 60 days. @throws GraphRefusal | GraphUnreachable | LoginFailure NO_TOKEN */
  extendFacebookToken(token: string): Promise<IssuedToken> {
    return this.askGraph({ grant_type: 'fb_exchange_token', fb_exchange_token: token });
  }

  /** @throws GraphRefusal | GraphUnreachable | LoginFailure NO_TOKEN */
  redeemInstagramCode(code: string): Promise<IssuedToken> {
    const { redirectUri, instagramTokenUrl, instagramAppId = '', instagramAppSecret = '' } = this.config.metaLogin;
    const form = new URLSearchParams({
      client_id: instagramAppId,
      client_secret: instagramAppSecret,
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    });
    return this.call({ method: 'POST', url: instagramTokenUrl, data: form });
  }

  /** Exchanges a short token for one of about 60 days. @throws GraphRefusal | GraphUnreachable | LoginFailure NO_TOKEN */
  extendInstagramToken(token: string): Promise<IssuedToken> {
    const { instagramAppSecret = '' } = this.config.metaLogin;
    const params = { grant_type: 'ig_exchange_token', client_secret: instagramAppSecret, access_token: token };
    return this.call({ method: 'GET', url: `${this.config.instagramGraphBaseUrl}/access_token`, params });
  }

  private askGraph(params: Params): Promise<IssuedToken> {
    const { graphBaseUrl, graphVersion, facebookAppId = '', facebookAppSecret = '' } = this.config;
    const app = { client_id: facebookAppId, client_secret: facebookAppSecret };
    const url = `${graphBaseUrl}/${graphVersion}/oauth/access_token`;
    return this.call({ method: 'GET', url, params: { ...app, ...params } });
  }

  private async call(request: {
    method: 'GET' | 'POST';
    url: string;
    params?: Params;
    data?: URLSearchParams;
  }): Promise<IssuedToken> {
    const answer = await this.http.axiosRef
      .request<Answer | undefined>({
        ...request,
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        maxContentLength: MAX_ANSWER_BYTES,
        maxRedirects: 0,
        validateStatus: () => true,
      })
      .catch(() => {
        throw new GraphUnreachable();
      });
    const { error, error_message: message } = answer.data ?? {};
    if (error ?? message) throw new GraphRefusal(error ?? { message: message ?? '' });
    if (answer.status >= 300 || typeof answer.data !== 'object') throw new GraphUnreachable(answer.status);
    return readIssued(answer.data);
  }
}

function readIssued(answer: Answer): IssuedToken {
  const { access_token: token, expires_in: seconds, permissions } = answer.data?.[0] ?? answer;
  if (!token) throw loginFailure('NO_TOKEN');
  const scopes = typeof permissions === 'string' ? permissions.split(',') : permissions;
  return {
    token,
    ...(seconds && { expires_at: new Date(Date.now() + seconds * MS_PER_SECOND).toISOString() }),
    ...(scopes && { scopes }),
  };
}
