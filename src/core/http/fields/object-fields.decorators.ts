import type { Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { isObject } from './checks.js';
import { check, Field, type FieldOptions } from './field.js';

/** An object of its own class. Swagger knows a late type by the name of its function, which is `type` only in here. */
export const Part = (type: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: () => type() }, options, check('isObject', isObject, 'an object'), ValidateNested(), Type(type));

/** A list of objects of one class. */
export const Parts = (
  type: () => Class,
  maxItems: number,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
): PropertyDecorator =>
  Field(
    { type: () => type(), isArray: true, maxItems, ...(minItems > 0 ? { minItems } : {}) },
    options,
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    check('areObjects', (items) => (items as unknown[]).every(isObject), 'objects'),
    ValidateNested({ each: true }),
    Type(type),
  );
