import { setTimeout as delay } from 'node:timers/promises';

/** Longer than the product takes for anything it answers. */
const ATTEMPT_TIMEOUT_MS = 40_000;
const RETRY_PAUSES_MS = [50, 100, 200, 400, 800, 1_600, 3_000] as const;
/** On a busy machine the processes that end at crash points take minutes to come back. */
const GIVE_UP_AFTER_MS = 600_000;

export interface Answer<Body = unknown> {
  status: number;
  body: Body;
}

/** A client that does what the API's manual asks for: after a broken connection or a 5xx it sends the same again. */
export class WellBehavedClient {
  /** Requests that had to be repeated. */
  repeats = 0;
  private readonly baseUrl: string;
  private token = '';

  constructor(baseUrl: string) {
    this.baseUrl = `${baseUrl}/api/v1`;
  }

  useToken(token: string): void {
    this.token = token;
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.call<Body>('GET', path);
  }

  /** @param isTemporary statuses of the 4xx that pass by themselves, such as a merge that is under way */
  post<Body>(path: string, body: unknown, isTemporary: readonly number[] = []): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, body, isTemporary);
  }

  private async call<Body>(
    method: string,
    path: string,
    body?: unknown,
    isTemporary: readonly number[] = [],
  ): Promise<Answer<Body>> {
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    for (let turn = 0; ; turn += 1) {
      const answer = await this.attempt<Body>(method, path, body);
      const isFinal = answer && answer.status < 500 && !isTemporary.includes(answer.status);
      if (isFinal) return answer;
      if (Date.now() > giveUpAt)
        throw new Error(`${method} ${path} was not answered: ${answer?.status ?? 'broken off'}`);
      this.repeats += 1;
      await delay(RETRY_PAUSES_MS[Math.min(turn, RETRY_PAUSES_MS.length - 1)]);
    }
  }

  private async attempt<Body>(method: string, path: string, body: unknown): Promise<Answer<Body> | undefined> {
    try {
      const response = await fetch(this.baseUrl + path, {
        method,
        signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
        headers: {
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Body };
    } catch {
      // Broken off, also in the middle of the body.
      return undefined;
    }
  }
}
