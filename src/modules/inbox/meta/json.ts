/** A JSON object whose members still have to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object, or an empty one in the place of anything else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an array that are objects. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A non-empty text; numbers count, since ids come as either. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

/** From here on a number is milliseconds, below it seconds: the year 5138 in the one, 1973 in the other. */
const SECONDS_LIMIT = 100_000_000_000;

/** A time in seconds or milliseconds, as number or digits; undefined for anything else. */
export function timeOf(value: unknown): Date | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return undefined;
  const date = new Date(number < SECONDS_LIMIT ? number * 1_000 : number);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
