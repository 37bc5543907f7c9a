import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsMongoId,
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Field, type FieldOptions } from './field.js';
import { lowerCased, NormalisedEmail, Trimmed } from './presence.decorators.js';

const MAX_EMAIL_LENGTH = 254;
const PHONE = /^\+?[\d\s()./-]{6,32}$/;

/** Trimmed. It may be empty only with `empty`. */
export const Text = (
  maxLength: number,
  { empty = false, ...options }: FieldOptions & { empty?: boolean } = {},
): PropertyDecorator =>
  Field(
    { type: String, maxLength },
    options,
    Trimmed(),
    IsString(),
    ...(empty ? [] : [IsNotEmpty()]),
    MaxLength(maxLength),
  );

/** Keeps its white space. It may be empty unless `minLength` says otherwise. */
export const RawText = (
  maxLength: number,
  { minLength = 0, ...options }: FieldOptions & { minLength?: number } = {},
): PropertyDecorator =>
  Field(
    { type: String, maxLength, ...(minLength > 0 ? { minLength } : {}) },
    options,
    IsString(),
    ...(minLength > 0 ? [MinLength(minLength)] : []),
    MaxLength(maxLength),
  );

export const Texts = (
  maxItems: number,
  maxLength: number,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
): PropertyDecorator =>
  Field(
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength },
      maxItems,
      ...(minItems > 0 ? { minItems } : {}),
    },
    options,
    IsArray(),
    ...(minItems > 0 ? [ArrayMinSize(minItems)] : []),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(maxLength, { each: true }),
  );

/** @param message says what the text must look like */
export const Pattern = (pattern: RegExp, message: string, options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, pattern: pattern.source },
    options,
    Matches(pattern, { message: `$property must be ${message}` }),
  );

export const Email = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, format: 'email', maxLength: MAX_EMAIL_LENGTH },
    options,
    NormalisedEmail(),
    IsEmail(),
    MaxLength(MAX_EMAIL_LENGTH),
  );

export const Phone = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(Trimmed(), Pattern(PHONE, 'a phone number', { example: '+55 11 98888-7777', ...options }));

/** One of the values. The list may grow later, so it is not copied. */
export const Choice = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: String, enum: values as string[] }, options, IsIn(values));

/** Upper-case hex is the same id. */
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: String }, options, Transform(lowerCased), IsMongoId());

export const Ids = (
  maxItems: number,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
): PropertyDecorator =>
  Field(
    { type: [String], maxItems, ...(minItems > 0 ? { minItems } : {}) },
    options,
    Transform(lowerCased),
    IsArray(),
    ...(minItems > 0 ? [ArrayMinSize(minItems)] : []),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsMongoId({ each: true }),
  );
