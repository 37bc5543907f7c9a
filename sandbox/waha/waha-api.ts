import { writeReply, header, isJson, jsonBody, type Exchange, type Reply } from '../http/exchange.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { WahaFake } from './waha-fake.ts';
import { lidOf } from './waha-messages.ts';
import { refused } from './waha-refusal.ts';
import type { WahaSession } from './waha-sessions.ts';

const VERSION = { version: '2026.7.2', engine: 'GOWS', tier: 'PLUS', browser: null };
const NAME = /^[A-Za-z0-9_-]{1,54}$/;
const CHAT = /^\d+@(c\.us|lid|g\.us)$/;
const CONFIG_KEYS = ['metadata', 'debug', 'proxy', 'ignore', 'noweb', 'client', 'webhooks'];
const SEND_KEYS: Readonly<Record<string, readonly string[]>> = {
  '/api/sendText': ['text', 'reply_to', 'mentions', 'linkPreview', 'linkPreviewHighQuality'],
  '/api/sendImage': ['file', 'caption', 'reply_to', 'mentions'],
  '/api/sendFile': ['file', 'caption', 'reply_to', 'mentions'],
  '/api/sendVoice': ['file', 'convert', 'reply_to'],
  '/api/sendVideo': ['file', 'caption', 'convert', 'asNote', 'reply_to', 'mentions'],
};

/** Answers like the REST API of WAHA, and refuses what it would refuse. */
export class WahaApi {
  private readonly fake: WahaFake;

  constructor(fake: WahaFake) {
    this.fake = fake;
  }

  async handle(exchange: Exchange): Promise<void> {
    const { method, path } = exchange;
    const key = header(exchange, 'x-api-key');
    const body = isJson(exchange) ? jsonBody(exchange) : undefined;
    const isAllowed = key === this.fake.apiKey;
    this.fake.ledger.append('waha.call', { method, path, body, refused: !isAllowed });
    if (!isAllowed)
      return writeReply(exchange.res, { status: 401, json: { message: 'Unauthorized', statusCode: 401 } });
    if (path === '/ping' || path === '/health')
      return writeReply(exchange.res, { status: 200, json: { message: 'pong' } });
    writeReply(exchange.res, await this.answer(exchange, isObject(body) ? body : {}));
  }

  private async answer(exchange: Exchange, body: JsonObject): Promise<Reply> {
    const { method, path, query } = exchange;
    if (method === 'GET' && path === '/api/server/version') return ok(VERSION);
    if (path.startsWith('/api/sessions')) return this.sessions(exchange, body);
    if (method === 'POST' && path in SEND_KEYS) return this.send(path, body);
    if (method === 'POST' && path === '/api/sendSeen') return this.seen(body);
    if (method === 'POST' && /^\/api\/(start|stop)Typing$/.test(path)) return this.typing(path, body);
    if (method === 'GET' && path === '/api/contacts/check-exists') return this.checkExists(query);
    const file = /^\/api\/files\/[^/]+\/(.+)$/.exec(path)?.[1];
    if (file !== undefined) return this.file(file);
    const [, name = '', rest = ''] = /^\/api\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const session = this.fake.sessions.find(decodeURIComponent(name));
    if (!session) return refused(404, 'Session not found');
    if (method === 'GET' && rest === 'auth/qr') return qr(session, header(exchange, 'accept'), query);
    const lid = /^lids\/(.+)$/.exec(rest)?.[1];
    if (method === 'GET' && lid !== undefined) return this.phoneOf(decodeURIComponent(lid));
    return refused(404, `Cannot ${method} ${path}`);
  }

  private sessions({ method, path }: Exchange, body: JsonObject): Reply {
    const { sessions } = this.fake;
    const [, , , encoded, action] = path.split('/');
    if (encoded === undefined) {
      if (method === 'GET')
        return ok(
          sessions
            .all()
            .filter(({ status }) => status !== 'STOPPED')
            .map(shown),
        );
      return method === 'POST' ? this.create(body) : refused(404, 'Cannot');
    }
    const name = decodeURIComponent(encoded);
    const session = sessions.find(name);
    if (method === 'DELETE' && action === undefined) {
      this.fake.removed(name);
      sessions.remove(name);
      return { status: 200, json: {} };
    }
    if (!session) return refused(404, 'Session not found');
    if (method === 'GET' && action === undefined) return ok(shown(session));
    if (method === 'GET' && action === 'me') return ok(session.me);
    if (method === 'PUT') return this.configure(session, body);
    if (method !== 'POST') return refused(404, 'Cannot');
    switch (action) {
      case 'start':
      case 'stop':
      case 'restart':
      case 'logout':
        sessions[action](session);
        return { status: 201, json: shown(session) };
      default:
        return refused(404, 'Cannot');
    }
  }

  private create(body: JsonObject): Reply {
    const reason = unknownIn(body, ['name', 'start', 'config']) ?? configReason(body['config']);
    if (reason !== null) return refused(400, reason);
    const name = body['name'];
    if (!isText(name) || !NAME.test(name)) return refused(400, 'name must match ^[a-zA-Z0-9_-]*$');
    if (this.fake.sessions.find(name)) return refused(422, `Session '${name}' already exists. Use PUT to update it.`);
    const session = this.fake.sessions.create(name, (body['config'] ?? {}) as JsonObject);
    if (body['start'] !== false) this.fake.sessions.start(session);
    return { status: 201, json: shown(session) };
  }

  private configure(session: WahaSession, body: JsonObject): Reply {
    const reason = unknownIn(body, ['name', 'config']) ?? configReason(body['config']);
    if (reason !== null) return refused(400, reason);
    session.config = (body['config'] ?? {}) as JsonObject;
    if (session.status !== 'STOPPED') this.fake.sessions.restart(session);
    return ok(shown(session));
  }

  private async send(path: string, body: JsonObject): Promise<Reply> {
    const reason = unknownIn(body, ['session', 'chatId', ...(SEND_KEYS[path] ?? [])]) ?? contentReason(path, body);
    if (reason !== null) return refused(400, reason);
    const session = this.working(body);
    if (!('name' in session)) return session;
    const chat = String(body['chatId']);
    if (!CHAT.test(chat)) return refused(400, 'chatId must be like 5511999999999@c.us');
    return this.fake.sendFromApi(session, chat, path, body);
  }

  private seen(body: JsonObject): Reply {
    const reason = unknownIn(body, ['session', 'chatId', 'messageIds', 'participant']);
    if (reason !== null) return refused(400, reason);
    const session = this.working(body);
    if (!('name' in session)) return session;
    this.fake.seen(session, String(body['chatId']));
    return { status: 201, json: {} };
  }

  private typing(path: string, body: JsonObject): Reply {
    const reason = unknownIn(body, ['session', 'chatId']);
    if (reason !== null) return refused(400, reason);
    const session = this.working(body);
    if (!('name' in session)) return session;
    this.fake.typing(session, String(body['chatId']), path.endsWith('startTyping'));
    return { status: 201, json: {} };
  }

  private checkExists(query: URLSearchParams): Reply {
    const session = this.working({ session: query.get('session') });
    if (!('name' in session)) return session;
    const phone = query.get('phone') ?? '';
    const chatId = this.fake.chatOfPhone(phone);
    return ok(chatId === null ? { numberExists: false } : { numberExists: true, chatId });
  }

  private async phoneOf(lid: string): Promise<Reply> {
    if (this.fake.knobs.lids === 'hang') await new Promise(() => undefined);
    const phone = this.fake.phones().find((known) => lidOf(known) === lid);
    return ok({ lid, pn: phone === undefined ? null : `${phone}@c.us` });
  }

  private file(name: string): Reply {
    const media = this.fake.media.find(name);
    if (!media) return refused(404, 'Not Found');
    return { status: 200, bytes: media.bytes, contentType: media.mime };
  }

  private working(body: JsonObject): WahaSession | Reply {
    const session = this.fake.sessions.find(String(body['session']));
    if (!session) return refused(404, `Session "${String(body['session'])}" does not exist`);
    if (session.status === 'WORKING') return session;
    const message = 'Session status is not as expected. Try again later or restart the session';
    return {
      status: 422,
      json: { error: message, session: session.name, status: session.status, expected: ['WORKING'], message },
    };
  }
}

function ok(json: unknown): Reply {
  return { status: 200, json };
}

function shown({ name, status, config, me }: WahaSession): JsonObject {
  return { name, status, engine: { engine: 'GOWS' }, config, me };
}

function qr({ qr: code }: WahaSession, accept: string | undefined, query: URLSearchParams): Reply {
  if (!code) return refused(422, "Can't get QR code. Session status is not SCAN_QR_CODE");
  if (query.get('format') === 'raw') return ok({ value: code.value });
  if (accept?.includes('application/json')) return ok({ mimetype: 'image/png', data: code.png.toString('base64') });
  return { status: 200, bytes: code.png, contentType: 'image/png' };
}

function unknownIn(body: JsonObject, keys: readonly string[]): string | null {
  const unknown = Object.keys(body).find((key) => !keys.includes(key));
  return unknown === undefined ? null : `property ${unknown} should not exist`;
}

function configReason(config: unknown): string | null {
  if (config === undefined) return null;
  if (!isObject(config)) return 'config must be an object';
  const reason = unknownIn(config, CONFIG_KEYS);
  if (reason !== null) return `config.${reason}`;
  for (const webhook of Array.isArray(config['webhooks']) ? (config['webhooks'] as unknown[]) : []) {
    if (!isObject(webhook) || !isText(webhook['url']) || !Array.isArray(webhook['events']))
      return 'webhooks need url and events';
    const bad = unknownIn(webhook, ['url', 'events', 'hmac', 'retries', 'customHeaders']);
    if (bad !== null) return `webhooks.${bad}`;
  }
  return null;
}

function contentReason(path: string, body: JsonObject): string | null {
  if (path === '/api/sendText') return isText(body['text']) ? null : 'text must be a string';
  const file = body['file'];
  if (!isObject(file)) return 'file must be an object';
  if (!isText(file['mimetype'])) return 'file.mimetype must be a string';
  if (!isText(file['url']) && !isText(file['data'])) return 'file needs url or data';
  return unknownIn(file, ['mimetype', 'filename', 'url', 'data']);
}
