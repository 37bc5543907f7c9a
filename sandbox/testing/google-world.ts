import { createHash, randomBytes } from 'node:crypto';
import { startSandbox, type Sandbox } from '../server.ts';
import { startReceiver, type Receiver } from './receiver.ts';

const REDIRECT = 'http://localhost:4000/cb';
const SCOPE = 'https://www.googleapis.com/auth/calendar.events https://www.googleapis.com/auth/calendar.readonly';
const CLIENT = { client_id: 'sandbox-google-client', client_secret: 'secret' };
export const HOUR_MS = 3_600_000;

export interface GoogleAnswer {
  status: number;
  // Tests read what Google answers.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** A sandbox with an adjustable clock, and a program that calls its Google. */
export class GoogleWorld {
  readonly receiver: Receiver;
  readonly sandbox: Sandbox;
  token = '';
  private readonly time: { now: number };

  private constructor(receiver: Receiver, sandbox: Sandbox, time: { now: number }) {
    this.receiver = receiver;
    this.sandbox = sandbox;
    this.time = time;
  }

  static async start(): Promise<GoogleWorld> {
    const time = { now: Date.now() };
    const receiver = await startReceiver();
    const options = { port: 0, apiBaseUrl: receiver.url, appSecret: 's', verifyToken: 'v', now: () => time.now };
    return new GoogleWorld(receiver, await startSandbox(options), time);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.receiver.close();
  }

  turnClock(ms: number): void {
    this.time.now += ms;
  }

  /** The address of the consent page, with the secret that redeems its code. */
  consent(changes: Record<string, string> = {}): { url: string; verifier: string } {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      ...{ client_id: CLIENT.client_id, redirect_uri: REDIRECT, response_type: 'code', scope: SCOPE, state: 's1' },
      ...{ access_type: 'offline', prompt: 'consent', code_challenge_method: 'S256' },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      ...changes,
    });
    return { url: `${this.sandbox.googleUrl}/o/oauth2/v2/auth?${query.toString()}`, verifier };
  }

  /** Answers the consent page. @returns where the browser goes */
  async answer(url: string, fields: Record<string, string> = {}): Promise<URL> {
    const html = await (await fetch(url)).text();
    const form = new URLSearchParams({ decision: 'continue', ...fields });
    form.set('dialog', /name="dialog" value="(\w+)"/.exec(html)?.[1] ?? '');
    if (!form.has('scope')) for (const scope of SCOPE.split(' ')) form.append('scope', scope);
    const target = `${this.sandbox.googleUrl}/o/oauth2/answer`;
    const sent = await fetch(target, { method: 'POST', body: form, redirect: 'manual' });
    return new URL(sent.headers.get('location') ?? 'missing:');
  }

  async tokens(fields: Record<string, string>): Promise<GoogleAnswer> {
    const body = new URLSearchParams({ ...CLIENT, ...fields });
    const answer = await fetch(`${this.sandbox.googleUrl}/token`, { method: 'POST', body });
    return { status: answer.status, body: await answer.json() };
  }

  /** Connects an account. @returns the answer of `POST /token` */
  async connect(fields: Record<string, string> = {}): Promise<Record<string, string>> {
    const { url, verifier } = this.consent();
    const code = (await this.answer(url, fields)).searchParams.get('code') ?? '';
    const answer = await this.tokens({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: REDIRECT,
    });
    const body = answer.body as Record<string, string>;
    this.token = body['access_token'] ?? '';
    return body;
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<GoogleAnswer> {
    const answer = await fetch(`${this.sandbox.googleUrl}/calendar/v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** What a person does, by `/__control/google`. */
  async play(body: object): Promise<GoogleAnswer['body']> {
    const headers = { 'content-type': 'application/json' };
    const target = `${this.sandbox.url}/__control/google`;
    const answer = await fetch(target, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }
}

/** An event of one hour. @param start such as `2027-03-01T10:00:00-03:00` */
export function anHour(start: string, fields: object = {}): object {
  const end = new Date(Date.parse(start) + HOUR_MS).toISOString();
  return { summary: 'Visit', start: { dateTime: start }, end: { dateTime: end }, ...fields };
}

/** The status and the reason of an error. */
export function reasonOf({ status, body }: GoogleAnswer): [number, string | undefined] {
  const { error } = body as { error: { errors: { reason: string }[] } };
  return [status, error.errors[0]?.reason];
}
