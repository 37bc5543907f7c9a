import type { Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { isObject } from './checks.js';
import { check, Field, type FieldOptions } from './field.js';

/** Swagger identifies a late type by the name of its function, so it must be `type` here. */
export const Part = (type: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: () => type() }, options, check('isObject', isObject, 'an object'), ValidateNested(), Type(type));

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
