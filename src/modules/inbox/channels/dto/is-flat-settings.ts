import { ValidateBy } from 'class-validator';

const MAX_KEYS = 20;
const MAX_VALUE_LENGTH = 500;
const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** Snake_case keys with short scalars, so that the document cannot nest or grow without end. */
export function isFlatSettings(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_KEYS && entries.every(([key, member]) => KEY.test(key) && isShortScalar(member));
}

function isShortScalar(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_LENGTH;
  return typeof value === 'boolean' || Number.isFinite(value);
}

export function IsFlatSettings(): PropertyDecorator {
  return ValidateBy({
    name: 'isFlatSettings',
    validator: {
      validate: isFlatSettings,
      defaultMessage: () => `settings may have ${MAX_KEYS} snake_case keys with short text, numbers or booleans`,
    },
  });
}
