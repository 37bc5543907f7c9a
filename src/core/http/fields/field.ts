import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { IfPresent, IfPresentOrNull } from './presence.decorators.js';

/** `optional` and `nullable` fields may be left out; null clears a `nullable` field. */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  default?: unknown;
  example?: unknown;
}

/** Declares a field with its documentation and its checks. Prefer the decorators of this folder that have a type. */
export function Field(
  schema: ApiPropertyOptions,
  options: FieldOptions = {},
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, ...documented } = options;
  const required = !optional && !nullable;
  const presence = nullable ? [IfPresentOrNull()] : required ? [] : [IfPresent()];
  const property = { ...schema, ...documented, required, ...(nullable ? { nullable } : {}) } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(property), ...presence, ...checks);
}

/** @param message continues "<field> must be ..." */
export function check(name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate, defaultMessage: () => `$property must be ${message}` } });
}
