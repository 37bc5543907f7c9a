import { createHmac } from 'node:crypto';
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { GraphRefusal, GraphUnreachable } from './graph-errors.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
const FACEBOOK_HOST = 'https://graph.facebook.com';
const INSTAGRAM_HOST = 'https://graph.instagram.com';
const INSTAGRAM_TOKEN_PREFIX = 'IGAA';

/** Tokens of Instagram Login and those of Facebook Login work each on their own host only. */
export function isInstagramLoginToken(token: string): boolean {
  return token.startsWith(INSTAGRAM_TOKEN_PREFIX);
}

type Query = Readonly<Record<string, string>>;
type Answer = Readonly<Record<string, unknown>>;

interface ErrorEnvelope {
  error?: { code?: number; error_subcode?: number; message?: string };
}

/** Administrative calls of the Graph API, such as looking at a token or subscribing an account. */
@Injectable()
export class GraphClient {
  constructor(
    private readonly http: HttpService,
    private readonly config: AppConfig,
  ) {}

  /** @throws GraphRefusal | GraphUnreachable */
  get(path: string, token: string, query: Query = {}): Promise<Answer> {
    return this.call('GET', path, token, query);
  }

  /** @throws GraphRefusal | GraphUnreachable */
  post(path: string, token: string, query: Query = {}): Promise<Answer> {
    return this.call('POST', path, token, query);
  }

  /** Like {@link post}, with a body: what is done in the name of an account. @throws GraphRefusal | GraphUnreachable */
  act(path: string, token: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.call('POST', path, token, {}, body);
  }

  /**
   * What Meta knows of a token: asked in the name of the app where there is one, else in its own.
   * @throws GraphRefusal | GraphUnreachable
   */
  async debugToken(token: string): Promise<Answer> {
    const { facebookAppId, facebookAppSecret } = this.config;
    const asker = facebookAppId && facebookAppSecret ? `${facebookAppId}|${facebookAppSecret}` : token;
    const { data } = await this.get('debug_token', asker, { input_token: token });
    return (data ?? {}) as Answer;
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    token: string,
    query: Query,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const answer = await this.http.axiosRef
      .request<(Answer & ErrorEnvelope) | undefined>({
        method,
        url: `${this.hostFor(token)}/${this.config.graphVersion}/${path}`,
        params: { ...query, ...this.proofOf(token) },
        ...(body && { data: body }),
        headers: { authorization: `Bearer ${token}` },
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        maxContentLength: MAX_ANSWER_BYTES,
        maxRedirects: 0,
        validateStatus: () => true,
      })
      .catch(() => {
        throw new GraphUnreachable();
      });
    // The status is a weak signal: some errors come with 200.
    if (answer.data?.error) throw new GraphRefusal(answer.data.error);
    if (answer.status >= 300 || typeof answer.data !== 'object') throw new GraphUnreachable(answer.status);
    return answer.data;
  }

  /** Meta can be told to take a token only together with this proof that we have the app's secret. */
  private proofOf(token: string): Query {
    const { facebookAppId, facebookAppSecret } = this.config;
    if (!facebookAppId || !facebookAppSecret || isInstagramLoginToken(token)) return {};
    return { appsecret_proof: createHmac('sha256', facebookAppSecret).update(token).digest('hex') };
  }

  private hostFor(token: string): string {
    const { graphBaseUrl } = this.config;
    return graphBaseUrl === FACEBOOK_HOST && isInstagramLoginToken(token) ? INSTAGRAM_HOST : graphBaseUrl;
  }
}
