import { toError } from './errors.js';

export type Credentials = { readonly apiKey: string } | { readonly email: string; readonly password: string };

export interface Token {
  readonly accessToken: string;
}

interface Session extends Token {
  readonly refreshToken: string;
}

/** Holds the token for requests. It logs in before the first request. */
export class TokenSource {
  private session: Promise<Session> | undefined;
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
      // So the next request logs in again.
      if (this.session === session) this.session = undefined;
      throw error;
    }
  }

  /**
   * Returns a new token in place of a refused one; undefined for an API key. Parallel requests share one refresh.
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
