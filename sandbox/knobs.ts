import { isObject, type JsonObject } from './json.ts';

/** A change of knobs that was refused; the message says which and why. */
export class KnobError extends Error {}

/**
 * Sets knobs from JSON. Unknown names and values of another kind than the present ones are refused before anything
 * changes, so that a misspelt knob does not pass for a set one.
 */
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
