import { Injectable } from '@nestjs/common';
import { AppConfig, type GoogleConfig } from '../../../../core/config/index.js';
import { AllowedHosts, callOnce } from '../../../../core/outbound/index.js';
import { googleNotSetUp } from '../google-calendar.errors.js';
import { GoogleRefusal, reasonOf } from './google-failures.js';

const CONNECT_TIMEOUT_MS = 5_000;
const CALL_TIMEOUT_MS = 20_000;
/** A page of 250 events with long descriptions. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export interface GoogleRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly token?: string;
  readonly json?: object;
  readonly form?: Readonly<Record<string, string>>;
}

/** Calls Google. */
@Injectable()
export class GoogleHttp {
  private readonly allowed: AllowedHosts;
  private readonly google: GoogleConfig | undefined;

  constructor(config: AppConfig) {
    this.google = config.google;
    const host = this.google?.baseUrl === undefined ? [] : [new URL(this.google.baseUrl).host];
    this.allowed = new AllowedHosts([...config.outboundAllowedHosts, ...host]);
  }

  /** @throws AppError GOOGLE_NOT_SET_UP */
  get config(): GoogleConfig {
    if (!this.google) throw googleNotSetUp();
    return this.google;
  }

  get isConfigured(): boolean {
    return this.google !== undefined;
  }

  /** @returns the JSON of the answer; undefined without one @throws GoogleRefusal, or Error if the effect is unknown */
  async call({ method, url, token, json, form }: GoogleRequest): Promise<unknown> {
    const body = form ? new URLSearchParams(form).toString() : json && JSON.stringify(json);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const answer = await callOnce(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'PetBuddy',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
      timeoutMs: CALL_TIMEOUT_MS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
      maxRedirects: 0,
      ports: [''],
      allowed: this.allowed,
    });
    const parsed = parse(answer.body);
    if (answer.status >= 300) throw new GoogleRefusal(answer.status, reasonOf(parsed));
    return parsed;
  }
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
