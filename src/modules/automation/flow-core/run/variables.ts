import { type Json, LIMITS, type RunState } from '../core.types.js';

type Vars = RunState['vars'];

const MAX_DEPTH = 20;
/** Keys that change the prototype of a copy, or that mean something in a MongoDB query. */
const REFUSED_KEY = /^(__proto__|constructor|prototype)$|^\$|\./;

/** The last hold of a run; no template can name it. */
export const LAST_HOLD = '_hold';

export type Stored = { readonly vars: Vars } | { readonly refused: 'value' | 'variables' };

/** Adds a variable; one without a name (in a draft) is ignored. A long text is cut; any other value above 8 KiB and a total above 64 KiB are refused. */
export function withVariable(vars: Vars, name: string, value: Json): Stored {
  if (name === '') return { vars };
  const stored = typeof value === 'string' ? cutToBytes(value, LIMITS.valueBytes) : cleaned(value);
  if (bytesOf(stored) > LIMITS.valueBytes + TWO_QUOTES) return { refused: 'value' };
  const after = { ...vars, [name]: stored };
  return bytesOf(after) > LIMITS.variablesBytes ? { refused: 'variables' } : { vars: after };
}

const TWO_QUOTES = 2;

/** Without keys that are dangerous to copy or to store. */
function cleaned(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item: Json) => cleaned(item, depth + 1));
  const entries = Object.entries(value).filter(([key]) => !REFUSED_KEY.test(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, cleaned(item, depth + 1)]));
}

/** Bytes as UTF-8, without the escapes of JSON: so a text of quotes counts like any other text. */
function bytesOf(value: Json): number {
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
}

function cutToBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let length = limit;
  // A byte 10xxxxxx continues a character.
  while (((bytes[length] ?? 0) & 0xc0) === 0x80) length--;
  return bytes.toString('utf8', 0, length);
}
