/** Each parser turns the raw text, or its absence, into a value, or throws a reason without the value. */

export const optionalText = (raw: string | undefined): string | undefined => (raw ? raw : undefined);

export const text =
  (fallback: string) =>
  (raw: string | undefined): string =>
    raw ? raw : fallback;

export const integer =
  (fallback: number, min: number, max: number) =>
  (raw: string | undefined): number => {
    const value = raw ? Number(raw) : fallback;
    if (!Number.isInteger(value) || value < min || value > max)
      throw new Error(`must be a whole number ${min}..${max}`);
    return value;
  };

export const optionalInteger =
  (min: number, max: number) =>
  (raw: string | undefined): number | undefined =>
    raw ? integer(min, min, max)(raw) : undefined;

export const oneOf =
  <T extends string>(fallback: T, values: readonly T[]) =>
  (raw: string | undefined): T => {
    const value = (raw ? raw : fallback) as T;
    if (!values.includes(value)) throw new Error(`must be one of ${values.join(', ')}`);
    return value;
  };

export const optionalUrl = (raw: string | undefined): string | undefined => {
  if (!raw) return undefined;
  if (!URL.canParse(raw)) throw new Error('must be an absolute URL');
  return raw.replace(/\/+$/, '');
};

export const MIN_SECRET_LENGTH = 32;

export const optionalSecret = (raw: string | undefined): string | undefined => {
  if (raw && raw.length < MIN_SECRET_LENGTH) throw new Error(`must have at least ${MIN_SECRET_LENGTH} characters`);
  return optionalText(raw);
};

export const list = (raw: string | undefined): readonly string[] =>
  (raw ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const HOST_PORT = /^(\[[0-9a-f:.]+\]|[\w.-]+):(\d{1,5})$/i;

export const hostPorts = (raw: string | undefined): readonly string[] => {
  const entries = list(raw);
  if (!entries.every((entry) => HOST_PORT.test(entry)))
    throw new Error('must be a list of host:port, such as n8n.internal:5678');
  return entries;
};

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

export const durationSeconds =
  (fallback: string, longest: string) =>
  (raw: string | undefined): number => {
    const seconds = secondsOf(raw ? raw : fallback);
    const isInRange = seconds !== undefined && seconds > 0 && seconds <= (secondsOf(longest) ?? 0);
    if (!isInRange) throw new Error(`must be a duration such as 15m or 7d, 1s to ${longest}`);
    return seconds;
  };

function secondsOf(text: string): number | undefined {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  return match ? Number(match[1]) * UNIT_SECONDS[match[2] as keyof typeof UNIT_SECONDS] : undefined;
}

export const onOff = (raw: string | undefined): boolean | undefined => {
  if (!raw) return undefined;
  if (!['on', 'off'].includes(raw)) throw new Error('must be on or off');
  return raw === 'on';
};

export const encryptionKeys = (raw: string | undefined): readonly string[] => {
  const keys = list(raw);
  if (keys.some((key) => Buffer.from(key, 'base64').length !== 32))
    throw new Error('each key must be 32 bytes, base64');
  return keys;
};
