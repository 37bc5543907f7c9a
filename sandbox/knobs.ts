import { isObject, type JsonObject } from './json.ts';

/** The message says which knob and why. */
export class KnobError extends Error {}

/** Refuses unknown names and values of another kind before anything changes. */
export function setKnobs(name: string, knobs: object, changes: unknown): void {
  if (!isObject(changes)) throw new KnobError(`${name} must be an object`);
  const present = knobs as JsonObject;
  for (const [key, value] of Object.entries(changes)) {
    if (!(key in present))
      throw new KnobError(`${name} has no knob ${key}; it has: ${Object.keys(present).join(', ')}`);
    const old = present[key];
    const isSameKind = typeof value === typeof old && Array.isArray(value) === Array.isArray(old);
    if (old !== null && value !== null && !isSameKind)
      throw new KnobError(`${name}.${key} must be of type ${typeof old}`);
  }
  Object.assign(present, changes);
}
