import { applyDecorators, type Type as Class } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { isObject } from './checks.js';
import { check, Field, type FieldOptions } from './field.js';
import { Flag, WholeNumber } from './number-fields.decorators.js';
import { Ids, Texts } from './text-fields.decorators.js';

export const QueryFlag = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))),
    Flag({ ...options, optional: true }),
  );

export const QueryNumber = (minimum: number, maximum: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Type(() => Number),
    WholeNumber(minimum, maximum, { ...options, optional: true }),
  );

export const QueryTexts = (maxItems: number, maxLength: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(Transform(splitAtCommas), Texts(maxItems, maxLength, { ...options, optional: true }));

export const QueryIds = (maxItems: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(Ids(maxItems, { ...options, optional: true }), Transform(splitAtCommas));

export const QueryParts = (
  type: () => Class<object>,
  maxItems: number,
  { example, ...options }: FieldOptions & { example: string },
): PropertyDecorator =>
  Field(
    { type: String, format: 'json', example },
    { ...options, optional: true },
    Transform(({ value }) => fromJson(type(), value)),
    IsArray({ message: '$property must be a list as JSON' }),
    ArrayMinSize(1),
    ArrayMaxSize(maxItems),
    check('areObjects', (items) => Array.isArray(items) && items.every(isObject), 'objects'),
    ValidateNested({ each: true }),
  );

function fromJson(type: Class<object>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) && parsed.every(isObject) ? plainToInstance(type, parsed) : parsed;
  } catch {
    return value;
  }
}

function splitAtCommas({ value }: { value: unknown }): unknown {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]));
}
