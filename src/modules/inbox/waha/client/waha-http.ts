import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { AllowedHosts, callOnce } from '../../../../core/outbound/index.js';
import { WahaRefusal, WahaUnreachable } from './waha-errors.js';

/** A server of a company, with its key in plain text: never store or log it. */
export interface WahaServer {
  readonly base_url: string;
  readonly api_key: string;
}

export interface WahaCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with a slash. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

export interface WahaAnswer {
  readonly status: number;
  /** Undefined for a body that is no JSON. */
  readonly json: unknown;
}

export const CONNECT_TIMEOUT_MS = 5_000;
const CALL_TIMEOUT_MS = 10_000;
/** A QR code is far smaller. */
const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_WORDS = 300;
const SERVER_ERROR = 500;
/** https on its standard port; others only by OUTBOUND_ALLOWED_HOSTS. */
const PORTS = [''];

/** Calls a WAHA server. Its address is a company's choice, so each call goes to a checked address. */
@Injectable()
export class WahaHttp {
  readonly allowed: AllowedHosts;

  constructor(config: AppConfig) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
  }

  /** @returns any answer @throws the errors of `callOnce` */
  async send({ base_url, api_key }: WahaServer, call: WahaCall): Promise<WahaAnswer> {
    const { status, body } = await callOnce(base_url + call.path, {
      method: call.method,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-api-key': api_key },
      ...(call.body && { body: JSON.stringify(call.body) }),
      timeoutMs: call.timeoutMs ?? CALL_TIMEOUT_MS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
      maxRedirects: 0,
      ports: PORTS,
      allowed: this.allowed,
    });
    return { status, json: parsed(body) };
  }

  /** @returns the JSON of a good answer @throws WahaRefusal | WahaUnreachable */
  async call(server: WahaServer, call: WahaCall): Promise<unknown> {
    const { status, json } = await this.send(server, call).catch((error: unknown) => {
      throw new WahaUnreachable('The WAHA server does not answer', error);
    });
    if (status >= SERVER_ERROR) throw new WahaUnreachable(`The WAHA server failed with status ${status}`);
    if (status >= 300) throw new WahaRefusal(status, wordsOf(json) ?? `status ${status}`);
    return json;
  }
}

/** WAHA's own words in an answer that refuses. */
export function wordsOf(json: unknown): string | undefined {
  const message: unknown = (json as { message?: unknown } | null | undefined)?.message;
  const words = Array.isArray(message) ? message.join('; ') : message;
  return typeof words === 'string' && words !== '' ? words.slice(0, MAX_WORDS) : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
