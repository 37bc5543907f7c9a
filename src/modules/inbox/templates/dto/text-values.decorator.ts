import { ValidateBy } from 'class-validator';
import { Field, type FieldOptions } from '../../../../core/http/index.js';

const MAX_VALUES = 50;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 1_024;

/** A text for each variable, by its key. */
export const TextValues = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: 'object', additionalProperties: { type: 'string', maxLength: MAX_VALUE_LENGTH } },
    { example: { pet_name: 'Luna' }, ...options },
    ValidateBy({
      name: 'areTextValues',
      validator: {
        validate: areTextValues,
        defaultMessage: () =>
          `$property must hold at most ${MAX_VALUES} texts of ${MAX_VALUE_LENGTH} characters by name`,
      },
    }),
  );

function areTextValues(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const isFitting = ([key, text]: [string, unknown]): boolean =>
    key.length <= MAX_KEY_LENGTH && typeof text === 'string' && text.length <= MAX_VALUE_LENGTH;
  return entries.length <= MAX_VALUES && entries.every(isFitting);
}
