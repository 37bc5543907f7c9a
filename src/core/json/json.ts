export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns an empty object for anything else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Leaves out members that are no objects. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Ids come as text or number. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

/** Larger numbers are milliseconds, smaller ones seconds (the year 5138, or 1973). */
const SECONDS_LIMIT = 100_000_000_000;

/** Undefined for anything but a time in seconds or milliseconds. */
export function timeOf(value: unknown): Date | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return undefined;
  const date = new Date(number < SECONDS_LIMIT ? number * 1_000 : number);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
