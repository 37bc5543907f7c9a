export type JsonObject = Record<string, unknown>;

/** False for arrays and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a string with at least one character. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

/** Removes undefined members, as JSON does. */
export function compact(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
