/** A JSON object whose members still have to be looked at. */
export type JsonObject = Record<string, unknown>;

/** True for a plain JSON object; arrays and null are not objects here. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a string with at least one character. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

/** The object without members that are undefined, as it would look after a trip over the wire. */
export function compact(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
