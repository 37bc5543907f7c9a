import { Injectable } from '@nestjs/common';
import { SUBSCRIBED_EVENTS } from '../waha.constants.js';
import { isObject, type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';
import { WahaRefusal, WahaUnreachable } from './waha-errors.js';
import { WahaHttp, type WahaServer } from './waha-http.js';

/** A session as the server reports it. */
export interface WahaSessionState {
  /** One of WAHA's names, or a new one. */
  readonly status: string;
  /** Digits of the phone that scanned the code; null before that. */
  readonly phone: string | null;
  readonly pushName: string | null;
  /** The mark by which PetBuddy knows its own sessions. */
  readonly owner: string | null;
  readonly webhookUrls: readonly string[];
}

export interface SessionPlan {
  readonly name: string;
  /** Stored with the session, so that nobody takes over the session of somebody else. */
  readonly owner: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
}

export type SessionAction = 'start' | 'stop' | 'restart' | 'logout';

const PNG_IN_BASE64 = /^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/;
const MAX_QR_LENGTH = 100_000;
const MAX_STATUS_LENGTH = 60;
const MAX_NAME_LENGTH = 200;
/** WAHA repeats a delivery that was not answered with 2xx: 2 s later, then twice as long each time. */
const RETRIES = { policy: 'exponential', delaySeconds: 2, attempts: 15 } as const;
const OWNER_MARK = 'petbuddy';
/** The events of all companies wait for this answer. */
const LID_TIMEOUT_MS = 1_000;
const UNPROCESSABLE = 422;

/** The calls to a WAHA server that are not messages. All throw WahaRefusal | WahaUnreachable. */
@Injectable()
export class WahaClient {
  constructor(private readonly http: WahaHttp) {}

  /** Proves that the server is a WAHA server that accepts the key. @returns its version */
  async version(server: WahaServer): Promise<string> {
    const sessions = await this.http.call(server, { method: 'GET', path: '/api/sessions' });
    if (!Array.isArray(sessions)) throw new WahaUnreachable('The server answers, but not like a WAHA server');
    const answer = objectOf(await this.http.call(server, { method: 'GET', path: '/api/server/version' }));
    return textOf(answer['version']) ?? 'unknown';
  }

  /** Null if the server does not have the session. */
  async session(server: WahaServer, name: string): Promise<WahaSessionState | null> {
    try {
      return toState(await this.http.call(server, { method: 'GET', path: sessionPath(name) }));
    } catch (error) {
      if (error instanceof WahaRefusal && error.isNotFound) return null;
      throw error;
    }
  }

  async create(server: WahaServer, plan: SessionPlan): Promise<void> {
    const body = { name: plan.name, start: true, config: configOf(plan) };
    await this.http.call(server, { method: 'POST', path: '/api/sessions', body });
  }

  /** Replaces all settings; a running session restarts. */
  async configure(server: WahaServer, plan: SessionPlan): Promise<void> {
    await this.http.call(server, { method: 'PUT', path: sessionPath(plan.name), body: { config: configOf(plan) } });
  }

  async act(server: WahaServer, name: string, action: SessionAction): Promise<void> {
    await this.http.call(server, { method: 'POST', path: `${sessionPath(name)}/${action}` });
  }

  /** Logs out, stops and deletes; nothing happens if the server does not have it. */
  async remove(server: WahaServer, name: string): Promise<void> {
    await this.http.call(server, { method: 'DELETE', path: sessionPath(name) }).catch((error: unknown) => {
      if (!(error instanceof WahaRefusal && error.isNotFound)) throw error;
    });
  }

  /** @returns the code as PNG in base64; null if the session needs none any more */
  async qr(server: WahaServer, name: string): Promise<string | null> {
    try {
      const path = `/api/${encodeURIComponent(name)}/auth/qr?format=image`;
      const data = objectOf(await this.http.call(server, { method: 'GET', path }))['data'];
      return typeof data === 'string' && data.length <= MAX_QR_LENGTH && PNG_IN_BASE64.test(data) ? data : null;
    } catch (error) {
      if (error instanceof WahaRefusal && (error.status === UNPROCESSABLE || error.isNotFound)) return null;
      throw error;
    }
  }

  /** @returns the chat of a number; null if it has no WhatsApp */
  async chatOf(server: WahaServer, name: string, phone: string): Promise<string | null> {
    const query = new URLSearchParams({ phone, session: name });
    const path = `/api/contacts/check-exists?${query.toString()}`;
    const answer = objectOf(await this.http.call(server, { method: 'GET', path }));
    return answer['numberExists'] === true ? (textOf(answer['chatId']) ?? `${phone}@c.us`) : null;
  }

  /** @returns the chat id with the phone number behind a hidden id; null if the server does not know it */
  async phoneOfLid(server: WahaServer, name: string, lid: string): Promise<string | null> {
    const path = `/api/${encodeURIComponent(name)}/lids/${encodeURIComponent(lid)}`;
    try {
      return (
        textOf(objectOf(await this.http.call(server, { method: 'GET', path, timeoutMs: LID_TIMEOUT_MS }))['pn']) ?? null
      );
    } catch (error) {
      if (error instanceof WahaRefusal && error.isNotFound) return null;
      throw error;
    }
  }
}

function sessionPath(name: string): string {
  return `/api/sessions/${encodeURIComponent(name)}`;
}

function configOf({ owner, webhookUrl, webhookSecret }: SessionPlan): JsonObject {
  return {
    metadata: { [OWNER_MARK]: owner },
    ignore: { status: true, groups: true, channels: true, broadcast: true },
    webhooks: [{ url: webhookUrl, events: SUBSCRIBED_EVENTS, hmac: { key: webhookSecret }, retries: RETRIES }],
  };
}

function toState(answer: unknown): WahaSessionState {
  if (!isObject(answer)) throw new WahaUnreachable('The server answers, but not like a WAHA server');
  const config = objectOf(answer['config']);
  const me = objectOf(answer['me']);
  return {
    status: (textOf(answer['status']) ?? 'UNKNOWN').slice(0, MAX_STATUS_LENGTH),
    phone: /^(\d{6,20})(?::\d+)?@/.exec(textOf(me['id']) ?? '')?.[1] ?? null,
    pushName: textOf(me['pushName'])?.slice(0, MAX_NAME_LENGTH) ?? null,
    owner: textOf(objectOf(config['metadata'])[OWNER_MARK]) ?? null,
    webhookUrls: objectsOf(config['webhooks']).flatMap(({ url }) => textOf(url) ?? []),
  };
}
