/** `/push/<device>`: a push service, as strict as RFC 8030, 8188, 8291 and 8292 say, with browsers whose keys it knows. */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  type KeyObject,
  verify,
} from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type Exchange, header, writeReply } from './http/exchange.ts';
import { isObject, type JsonObject } from './json.ts';

const MAX_BODY_BYTES = 4_096;
const MAX_TOKEN_AGE_SECONDS = 24 * 3_600;
const MAX_KEPT = 1_000;
const WAIT_LIMIT_MS = 60_000;
const AUTHORIZATION = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/;
const TOPIC = /^[\w-]{1,32}$/;
const URGENCIES = ['very-low', 'low', 'normal', 'high'];
/** Of a record: salt, record size, length of the key, key. */
const SALT_BYTES = 16;
const PUBLIC_KEY_BYTES = 65;
const HEADER_BYTES = SALT_BYTES + 4 + 1 + PUBLIC_KEY_BYTES;
const TAG_BYTES = 16;
const LAST_RECORD = 2;

/** What a browser gives to the page. */
export interface PushDevice {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface ReceivedPush {
  headers: { ttl: number; topic: string | null; urgency: string | null };
  /** The decrypted payload. */
  data: unknown;
}

interface Device {
  ecdh: ECDH;
  auth: Buffer;
  /** The answer to a valid push. */
  status: number;
  /** The key of the first valid push; a browser is bound to one. */
  serverKey: string | null;
  received: ReceivedPush[];
}

export class PushServiceFake {
  private readonly devices = new Map<string, Device>();
  private readonly calls = new EventEmitter();
  private readonly baseUrl: () => string;

  constructor(baseUrl: () => string) {
    this.baseUrl = baseUrl;
  }

  /** A browser that has just subscribed. */
  addDevice(): PushDevice {
    const id = randomBytes(12).toString('hex');
    const ecdh = createECDH('prime256v1');
    const p256dh = ecdh.generateKeys('base64url');
    const auth = randomBytes(16);
    this.devices.set(id, { ecdh, auth, status: 201, serverKey: null, received: [] });
    return { endpoint: `${this.baseUrl()}/push/${id}`, keys: { p256dh, auth: auth.toString('base64url') } };
  }

  /** Answers valid pushes with this status from now on, for instance 410: the browser has unsubscribed. */
  answerWith(endpoint: string, status: number): void {
    this.deviceAt(endpoint).status = status;
  }

  receivedBy(endpoint: string): readonly ReceivedPush[] {
    return this.deviceAt(endpoint).received;
  }

  /** Waits until the browser has this many pushes. */
  async waitFor(endpoint: string, count: number): Promise<readonly ReceivedPush[]> {
    const limit = AbortSignal.timeout(WAIT_LIMIT_MS);
    while (this.receivedBy(endpoint).length < count) {
      await new Promise<void>((done, fail) => {
        this.calls.once('push', () => done());
        limit.addEventListener('abort', () => fail(new Error(`the browser did not get ${count} pushes`)));
      });
    }
    return this.receivedBy(endpoint);
  }

  handle(exchange: Exchange): void {
    const { res, path, method } = exchange;
    const device = this.devices.get(path.slice(1));
    if (method !== 'POST') return writeReply(res, { status: 405, json: { error: 'Use POST' } });
    if (!device) return writeReply(res, { status: 404, json: { error: 'No such subscription' } });
    const problem = problemOf(exchange) ?? authorise(exchange, device, new URL(this.baseUrl()).origin);
    if (problem) return writeReply(res, { status: problem.status, json: { error: problem.error } });
    if (device.status < 300) {
      const data = decrypted(exchange.body, device);
      if (data === undefined) return writeReply(res, { status: 400, json: { error: 'The body cannot be decrypted' } });
      device.received.push({ headers: headersOf(exchange), data });
      if (device.received.length > MAX_KEPT) device.received.shift();
    }
    writeReply(res, { status: device.status, json: {} });
    this.calls.emit('push');
  }

  private deviceAt(endpoint: string): Device {
    const device = this.devices.get(endpoint.slice(endpoint.lastIndexOf('/') + 1));
    if (!device) throw new Error(`No browser with the endpoint ${endpoint}`);
    return device;
  }
}

interface Problem {
  status: number;
  error: string;
}

function headersOf(exchange: Exchange): ReceivedPush['headers'] {
  const ttl = Number(header(exchange, 'ttl'));
  return { ttl, topic: header(exchange, 'topic') ?? null, urgency: header(exchange, 'urgency') ?? null };
}

function problemOf(exchange: Exchange): Problem | undefined {
  const { topic, urgency } = headersOf(exchange);
  if (!/^\d+$/.test(header(exchange, 'ttl') ?? '')) return { status: 400, error: 'TTL must be a number of seconds' };
  if (topic !== null && !TOPIC.test(topic))
    return { status: 400, error: 'Topic must be 1 to 32 characters of base64url' };
  if (urgency !== null && !URGENCIES.includes(urgency)) return { status: 400, error: 'Unknown Urgency' };
  if (header(exchange, 'content-encoding') !== 'aes128gcm')
    return { status: 415, error: 'Content-Encoding must be aes128gcm' };
  if (exchange.body.length > MAX_BODY_BYTES) return { status: 413, error: `At most ${MAX_BODY_BYTES} bytes` };
  return undefined;
}

/** RFC 8292: an ES256 token for this push service, with an end and a contact, signed by the key beside it. */
function authorise(exchange: Exchange, device: Device, origin: string): Problem | undefined {
  const match = AUTHORIZATION.exec(header(exchange, 'authorization') ?? '');
  if (!match) return { status: 401, error: 'Authorization must be: vapid t=<token>, k=<key>' };
  const [, head = '', claims = '', signature = '', key = ''] = match;
  const publicKey = keyOf(key);
  const bytes = Buffer.from(signature, 'base64url');
  const isSigned =
    publicKey !== undefined &&
    jsonOf(head)?.['alg'] === 'ES256' &&
    verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  if (!isSigned) return { status: 401, error: 'The signature does not fit the key' };
  const { aud, exp, sub } = jsonOf(claims) ?? {};
  const seconds = Number(exp) - Date.now() / 1_000;
  if (aud !== origin) return { status: 403, error: `aud must be ${origin}` };
  if (!(seconds > 0 && seconds <= MAX_TOKEN_AGE_SECONDS)) return { status: 403, error: 'exp must be within 24 hours' };
  if (!/^(mailto:|https:)/.test(String(sub))) return { status: 403, error: 'sub must be a mailto: or https: address' };
  device.serverKey ??= key;
  if (device.serverKey !== key) return { status: 403, error: 'The subscription belongs to another key' };
  return undefined;
}

function keyOf(raw: string): KeyObject | undefined {
  const bytes = Buffer.from(raw, 'base64url');
  if (bytes.length !== PUBLIC_KEY_BYTES) return undefined;
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((part) => part.toString('base64url'));
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function jsonOf(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 8291 and 8188: one record. @returns undefined if the body is not for this browser */
function decrypted(body: Buffer, { ecdh, auth }: Device): unknown {
  try {
    const salt = body.subarray(0, SALT_BYTES);
    const serverKey = body.subarray(HEADER_BYTES - PUBLIC_KEY_BYTES, HEADER_BYTES);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), serverKey]);
    const secret = hkdfSync('sha256', ecdh.computeSecret(serverKey), auth, info, 32);
    const key = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: aes128gcm\0', 16);
    const nonce = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: nonce\0', 12);
    const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const padded = Buffer.concat([decipher.update(body.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()]);
    const end = padded.lastIndexOf(LAST_RECORD);
    return JSON.parse(padded.subarray(0, end).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
