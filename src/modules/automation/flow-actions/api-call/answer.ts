import type { CallAnswer } from '../../../../core/outbound/index.js';
import type { Json } from '../../flow-core/index.js';
import { ActionFailure } from '../action-failure.js';
import { MAX_JSON_DEPTH, MAX_TEXT_BYTES } from './call-limits.js';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
const HIDDEN = '[secret]';
/** Names that a variable cannot hold: they change the prototype, or MongoDB reads them as a command or a path. */
const UNSAFE_KEY = /^(?:__proto__|constructor|prototype)$|^\$|[.\0]/;

/**
 * The part of an answer that a flow gets: `{status, body}`. A server may repeat the headers of the request, so the values
 * of secrets are removed.
 * @throws ActionFailure STATUS_<status> | NOT_JSON | TOO_DEEP
 */
export function valueOf({ status, contentType, body }: CallAnswer, secrets: readonly string[]): Json {
  if (status < 200 || status >= 300)
    throw new ActionFailure(`STATUS_${status}`, `The other system answered with the status ${status}`);
  const text = body.toString('utf8');
  const hide = hider(secrets);
  if (text === '') return { status, body: null };
  if (!JSON_TYPE.test(contentType?.trim() ?? '')) return { status, body: cut(hide(text)) };
  return { status, body: cleaned(parse(text), hide, MAX_JSON_DEPTH) };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ActionFailure('NOT_JSON', 'The other system says that it answers in JSON, but its answer is not JSON');
  }
}

/** @throws ActionFailure TOO_DEEP */
function cleaned(value: Json, hide: (text: string) => string, levels: number): Json {
  if (typeof value === 'string') return hide(value);
  if (typeof value === 'number') return hide(String(value)) === String(value) ? value : HIDDEN;
  if (value === null || typeof value === 'boolean') return value;
  if (levels === 0)
    throw new ActionFailure('TOO_DEEP', `The answer has more than ${MAX_JSON_DEPTH} levels of lists and objects`);
  if (Array.isArray(value)) return value.map((item: Json) => cleaned(item, hide, levels - 1));
  const entries = Object.entries(value)
    .filter(([key]) => !UNSAFE_KEY.test(key))
    .map(([key, item]): [string, Json] => [hide(key), cleaned(item, hide, levels - 1)]);
  return Object.fromEntries(entries);
}

/** Also finds a value in its URL encoding, and without the spaces that HTTP removes. */
function hider(secrets: readonly string[]): (text: string) => string {
  const plain = secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
  const spellings = [...new Set(plain.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
  // The longest first, because one secret may be a part of another.
  spellings.sort((one, other) => other.length - one.length);
  return (text) => spellings.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
}

/** Cuts between characters, never inside one. */
function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_TEXT_BYTES) return text;
  return new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES), { stream: true });
}
