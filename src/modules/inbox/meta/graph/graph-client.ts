import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { GraphAppRefused, GraphRefusal, GraphUnreachable } from './graph-errors.js';
import { type GraphRoute, GraphRoutes } from './graph-routes.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

type Query = Readonly<Record<string, string>>;
type Answer = Readonly<Record<string, unknown>>;

interface ErrorEnvelope {
  error?: { code?: number; error_subcode?: number; message?: string };
}

interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly token: string;
  readonly query?: Query;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Administrative calls, such as inspecting a token or subscribing an account. */
@Injectable()
export class GraphClient {
  constructor(
    private readonly http: HttpService,
    private readonly routes: GraphRoutes,
    private readonly config: AppConfig,
  ) {}

  /** @throws GraphRefusal | GraphUnreachable */
  get(path: string, token: string, query: Query = {}): Promise<Answer> {
    return this.call({ method: 'GET', path, token, query });
  }

  /** @throws GraphRefusal | GraphUnreachable */
  post(path: string, token: string, query: Query = {}): Promise<Answer> {
    return this.call({ method: 'POST', path, token, query });
  }

  /** @throws GraphRefusal | GraphUnreachable */
  delete(path: string, token: string, query: Query = {}): Promise<Answer> {
    return this.call({ method: 'DELETE', path, token, query });
  }

  /** A POST with a body in the name of an account. @throws GraphRefusal | GraphUnreachable */
  act(path: string, token: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.call({ method: 'POST', path, token, body });
  }

  /**
   * Asks with the app's own token if the app is configured, else with the inspected token.
   * @throws GraphRefusal | GraphUnreachable | GraphAppRefused
   */
  async debugToken(token: string): Promise<Answer> {
    const { facebookAppId, facebookAppSecret } = this.config;
    const isApp = Boolean(facebookAppId && facebookAppSecret);
    const asker = isApp ? `${facebookAppId}|${facebookAppSecret}` : token;
    try {
      const { data } = await this.get('debug_token', asker, { input_token: token });
      return (data ?? {}) as Answer;
    } catch (error) {
      if (isApp && error instanceof GraphRefusal && error.isAboutToken) throw new GraphAppRefused(error.message);
      throw error;
    }
  }

  /** Renews a token of Instagram Login that is at least 24 hours old. @throws GraphRefusal | GraphUnreachable */
  renewInstagramToken(token: string): Promise<Answer> {
    return this.request('GET', this.routes.toRenewal(token));
  }

  private call({ method, path, token, query, body }: GraphRequest): Promise<Answer> {
    const route = this.routes.to(path, token);
    return this.request(method, { ...route, params: { ...query, ...route.params } }, body);
  }

  private async request(
    method: GraphRequest['method'],
    { url, params, headers }: GraphRoute,
    body?: GraphRequest['body'],
  ): Promise<Answer> {
    const answer = await this.http.axiosRef
      .request<(Answer & ErrorEnvelope) | undefined>({
        method,
        url,
        params,
        ...(body && { data: body }),
        headers,
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        maxContentLength: MAX_ANSWER_BYTES,
        maxRedirects: 0,
        validateStatus: () => true,
      })
      .catch(() => {
        throw new GraphUnreachable();
      });
    // Some errors come with status 200.
    if (answer.data?.error) throw new GraphRefusal(answer.data.error);
    if (answer.status >= 300 || typeof answer.data !== 'object') throw new GraphUnreachable(answer.status);
    return answer.data;
  }
}
