import { foldText } from '../../../core/text/index.js';
import { MAX_NAME_LENGTH } from './dto/flow-input.dto.js';

/** Names with the same key are the same name. */
export function nameKey(name: string): string {
  return foldText(name).trim().replace(/\s+/g, ' ');
}

/** `name`, or with the first number that is free: "Welcome (2)". @param taken the keys of the names in use */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = `${name.slice(0, MAX_NAME_LENGTH - suffix.length)}${suffix}`;
    if (!taken.has(nameKey(candidate))) return candidate;
  }
}
