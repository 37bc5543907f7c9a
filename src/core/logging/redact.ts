export const REDACTED = '[redacted]';

const SECRET_FIELDS: readonly RegExp[] = [
  /passw(or)?d|passphrase|passwd|^pwd$/,
  /secret/,
  /token$|tokens$|^jwt$|^bearer$/,
  /authorization|^auth$|credential/,
  /cookies?$/,
  /apikeys?$|encryptionkeys?$|privatekeys?$|signingkeys?$|^keys$/,
  /signature/,
  /(mongodb|redis|smtp|storage|database)(uri|url)$/,
];

interface Pattern {
  readonly find: RegExp;
  readonly replace: string;
}

const SECRET_PATTERNS: readonly Pattern[] = [
  { find: /\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, replace: `$1 ${REDACTED}` },
  { find: /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, replace: REDACTED },
  { find: /\b(EAA|IGAA|IGQ)[A-Za-z0-9_-]{8,}/g, replace: REDACTED },
  { find: /\b\d{6,12}:[\w-]{30,}/g, replace: REDACTED },
  { find: /\b(ya29\.|1\/\/|GOCSPX-|AIza)[\w-]{10,}/g, replace: REDACTED },
  { find: /(\/public\/feeds\/)[\w-]{8,}/g, replace: `$1${REDACTED}` },
  { find: /\bsk-[\w-]{10,}/g, replace: REDACTED },
  { find: /\$aact_[\w:=+/-]{10,}/g, replace: REDACTED },
  { find: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:]{0,256}:[^\s/@]{1,256}@/gi, replace: `$1${REDACTED}@` },
  {
    find: /([\w-]{0,40}(?:token|secret|passw(?:or)?d|api[_-]?key|signature)["']?\s*[=:]\s*["']?)[^\s"'&,;}\]]+/gi,
    replace: `$1${REDACTED}`,
  },
  { find: /\b((?:set-)?cookie["']?\s*[=:]\s*["']?)[^\r\n"']+/gi, replace: `$1${REDACTED}` },
  { find: /\b((?:proxy-)?authorization["']?\s*[=:]\s*["']?)[^\r\n"',;}]+/gi, replace: `$1${REDACTED}` },
  { find: /([?&](?:code|state|sig|hub\.verify_token|x-amz-[\w-]+)=)[^&\s"'#]+/gi, replace: `$1${REDACTED}` },
];

const MAX_DEPTH = 8;
const MAX_ENTRIES = 200;
const MAX_TEXT_LENGTH = 8_192;
const CUT = '[cut]';

export function redactText(text: string): string {
  const bounded = text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) + CUT : text;
  return SECRET_PATTERNS.reduce((clean, { find, replace }) => clean.replace(find, replace), bounded);
}

/** A copy of any value that is safe to log: no secrets, plain JSON types, bounded in depth and size. */
export function redact(value: unknown): unknown {
  return redactValue(value, 0, new Set());
}

function redactValue(value: unknown, depth: number, ancestors: Set<object>): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return redactText(String(value));
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.has(value)) return '[circular]';
  if (depth >= MAX_DEPTH) return CUT;
  const inside = new Set(ancestors).add(value);
  return redactObject(value, depth + 1, inside);
}

function redactObject(value: object, depth: number, ancestors: Set<object>): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof URL || value instanceof RegExp) return redactText(value.toString());
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.slice(0, MAX_ENTRIES).map((item) => redactValue(item, depth, ancestors));
  }
  if (value instanceof Map) return redactEntries([...value.entries()], depth, ancestors);
  if (value instanceof Set) return [...value].slice(0, MAX_ENTRIES).map((item) => redactValue(item, depth, ancestors));
  const entries = Object.entries(value);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    entries.unshift(['name', name], ['message', message], ['stack', stack], ['cause', cause]);
  }
  return redactEntries(entries, depth, ancestors);
}

function redactEntries(entries: readonly [unknown, unknown][], depth: number, ancestors: Set<object>): unknown {
  const clean: Record<string, unknown> = {};
  for (const [key, value] of entries.slice(0, MAX_ENTRIES)) {
    const name = String(key);
    if (value === undefined) continue;
    clean[redactText(name)] = isSecretField(name) && value !== null ? REDACTED : redactValue(value, depth, ancestors);
  }
  return clean;
}

function isSecretField(name: string): boolean {
  const plain = name.toLowerCase().replace(/[-_.]/g, '');
  return SECRET_FIELDS.some((pattern) => pattern.test(plain));
}
