import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { objectOf, objectsOf, textOf } from '../../../../core/json/index.js';
import { AllowedHosts, callOnce } from '../../../../core/outbound/index.js';
import { type ProviderAccess, type ProviderEnvironment, ProviderRefusal } from '../provider/payment-provider.js';

const BASE_URLS: Readonly<Record<ProviderEnvironment, string>> = {
  sandbox: 'https://api-sandbox.asaas.com/v3',
  production: 'https://api.asaas.com/v3',
};
const CONNECT_TIMEOUT_MS = 5_000;
/** The authorisation of a card may be slow. */
const CALL_TIMEOUT_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_WORDS = 300;
const TOO_MANY = 429;
const SERVER_ERROR = 500;
const NOT_FOUND = 404;

export interface AsaasCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with a slash. */
  readonly path: string;
  /** Never with GET: Asaas answers it with 403. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Calls Asaas. */
@Injectable()
export class AsaasHttp {
  private readonly allowed: AllowedHosts;
  private readonly baseUrl: string | undefined;

  constructor(config: AppConfig) {
    this.baseUrl = config.asaasBaseUrl;
    const host = this.baseUrl === undefined ? [] : [new URL(this.baseUrl).host];
    this.allowed = new AllowedHosts([...config.outboundAllowedHosts, ...host]);
  }

  /** @returns undefined for 404 @throws ProviderRefusal, or Error if nothing is known about the effect */
  async call({ apiKey, environment }: ProviderAccess, { method, path, body }: AsaasCall): Promise<unknown> {
    const answer = await callOnce((this.baseUrl ?? BASE_URLS[environment]) + path, {
      method,
      headers: {
        ...{ accept: 'application/json', 'user-agent': 'PetBuddy', access_token: apiKey },
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      timeoutMs: CALL_TIMEOUT_MS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
      maxRedirects: 0,
      ports: [''],
      allowed: this.allowed,
    });
    const { status } = answer;
    if (status === NOT_FOUND) return undefined;
    if (status >= SERVER_ERROR || status === TOO_MANY) throw new Error(`Asaas answered with status ${status}`);
    const json = parsed(answer.body);
    if (status >= 300) throw new ProviderRefusal(status, wordsOf(json) ?? `Asaas answered with status ${status}`);
    if (json === undefined) throw new Error('Asaas answered with something that is no JSON');
    return json;
  }
}

function wordsOf(json: unknown): string | undefined {
  const words = objectsOf(objectOf(json)['errors']).flatMap(({ description }) => textOf(description) ?? []);
  return words.length > 0 ? words.join(' ').slice(0, MAX_WORDS) : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
