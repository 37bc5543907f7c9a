import { toError } from './errors.js';

/** An API key, or the log-in of a person. */
export type Credentials = { readonly apiKey: string } | { readonly email: string; readonly password: string };

export interface Token {
  readonly accessToken: string;
}

interface Session extends Token {
  readonly refreshToken: string;
}

/** Gives the token of a request. A log-in is made at the first request. */
export class TokenSource {
  private session: Promise<Session> | undefined;
  /** The tokens that the server gave last. */
  private newest: Session | undefined;

  constructor(
    private readonly baseUrl: string,
    private readonly credentials: Credentials,
    private readonly send: typeof fetch,
  ) {}

  /** @throws PetBuddyError if the log-in is refused */
  async current(): Promise<Token> {
    if ('apiKey' in this.credentials) return { accessToken: this.credentials.apiKey };
    const session = (this.session ??= this.logIn());
    try {
      return await session;
    } catch (error) {
      // The next request tries again.
      if (this.session === session) this.session = undefined;
      throw error;
    }
  }

  /**
   * A new token after one was refused; undefined for an API key. Requests that fail together share one refresh.
   * @throws PetBuddyError if the log-in is refused
   */
  async renewed(refused: Token): Promise<Token | undefined> {
    if ('apiKey' in this.credentials) return undefined;
    if (this.newest === refused) this.session = this.refresh(this.newest);
    return this.current();
  }

  private async refresh({ refreshToken }: Session): Promise<Session> {
    this.newest = undefined;
    const response = await this.post('/api/v1/auth/refresh', { refreshToken });
    if (!response.ok) return this.logIn();
    return (this.newest = (await response.json()) as Session);
  }

  private async logIn(): Promise<Session> {
    const response = await this.post('/api/v1/auth/login', this.credentials);
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw toError(response, body);
    return (this.newest = (body as { tokens: Session }).tokens);
  }

  private post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.send(`${this.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}
