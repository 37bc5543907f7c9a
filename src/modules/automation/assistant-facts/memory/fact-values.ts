import { foldWords } from '../../flow-core/index.js';
import type { MemoryField } from './memory-fact.schema.js';

const DAY_MS = 86_400_000;
/** The heaviest pets weigh less. */
const MAX_KG = 200;
/** Of these fields only one value is true at a time. */
const SINGLE_FIELDS: readonly MemoryField[] = ['breed', 'weight_kg'];
/** Told facts that change with time, milliseconds. */
const LIFE_MS: Partial<Readonly<Record<MemoryField, number>>> = {
  weight_kg: 365 * DAY_MS,
  medication: 180 * DAY_MS,
};

/** The value as it is stored; null if the field cannot have it. A weight is a number of kilograms with a point. */
export function factValue(field: MemoryField, text: string): string | null {
  const value = text.replace(/\s+/gu, ' ').trim();
  if (field !== 'weight_kg') return value || null;
  const written = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:kgs?|kilos?|quilos?)?$/iu.exec(value)?.[1];
  const kilograms = Number(written?.replace(',', '.'));
  return kilograms > 0 && kilograms <= MAX_KG ? String(kilograms) : null;
}

/** Equal for the same fact; empty where a new value replaces the old one. */
export function valueKey(field: MemoryField, value: string): string {
  return SINGLE_FIELDS.includes(field) ? '' : foldWords(value);
}

/** Until when a fact that a customer tells now is used; null for always. */
export function expiryOf(field: MemoryField, now: Date): Date | null {
  const life = LIFE_MS[field];
  return life === undefined ? null : new Date(now.getTime() + life);
}
