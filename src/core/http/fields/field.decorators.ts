import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsMongoId,
  IsNotEmpty,
  IsString,
  IsTimeZone,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCalendarDate } from '../calendar-date.decorator.js';
import { hasTwoDecimals, isEndOfWindow, isInstant, isTimeOfDay } from './checks.js';
import { IfPresent, IfPresentOrNull, Trimmed } from './presence.decorators.js';

/** The largest price of one thing, in minor units of the company's currency. */
export const MAX_PRICE = 1_000_000_000;

/** How a field is documented and whether it must be there; `nullable` ones may be left out too, and null clears them. */
interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  default?: unknown;
  example?: string;
}

/** The one way to declare a field: its document and its checks can't differ. */
function field(schema: ApiPropertyOptions, options: FieldOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, nullable = false, ...documented } = options;
  const required = !optional && !nullable;
  const presence = nullable ? [IfPresentOrNull()] : required ? [] : [IfPresent()];
  const property = { ...schema, ...documented, required, ...(nullable ? { nullable } : {}) } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(property), ...presence, ...checks);
}

function check(name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate, defaultMessage: () => `$property must be ${message}` } });
}

/** A text without white space at its ends, not empty. */
export const Text = (maxLength: number, options: FieldOptions = {}): PropertyDecorator =>
  field({ type: String, maxLength }, options, Trimmed(), IsString(), IsNotEmpty(), MaxLength(maxLength));

export const Texts = (maxItems: number, maxLength: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: [String], maxItems },
    options,
    IsArray(),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(maxLength, { each: true }),
  );

export const WholeNumber = (minimum: number, maximum: number, options: FieldOptions = {}): PropertyDecorator =>
  field({ type: 'integer', minimum, maximum }, options, IsInt(), Min(minimum), Max(maximum));

/** An amount in minor units of the company's currency: 9050 for 90.50. */
export const Money = ({ minimum = 0, ...options }: FieldOptions & { minimum?: number } = {}): PropertyDecorator =>
  field(
    { type: 'integer', minimum, maximum: MAX_PRICE, example: 9_000 },
    options,
    check('isMinorUnits', Number.isInteger, 'a whole number in minor units: 9050 for 90.50'),
    Min(minimum),
    Max(MAX_PRICE),
  );

/** Kilograms. */
export const Weight = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: Number, minimum: 0, maximum: MAX_KG },
    options,
    check('isWeight', hasTwoDecimals, 'a number with at most 2 decimals'),
    Min(0),
    Max(MAX_KG),
  );
const MAX_KG = 2_000;

export const Flag = (options: FieldOptions = {}): PropertyDecorator => field({ type: Boolean }, options, IsBoolean());

/** `true` or `false` in a query string. */
export const QueryFlag = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))),
    Flag({ ...options, optional: true }),
  );

export const Choice = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field({ type: String, enum: [...values] }, options, IsIn([...values]));

/** ISO weekdays: 1 Monday ... 7 Sunday. */
export const Weekdays = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: 'array', items: { type: 'integer', minimum: 1, maximum: DAYS_A_WEEK }, maxItems: DAYS_A_WEEK },
    options,
    IsArray(),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(DAYS_A_WEEK, { each: true }),
  );
const DAYS_A_WEEK = 7;

/** The id of a document of ours; upper-case hex is the same id. */
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: String }, options, Transform(lowerCased), IsMongoId());

export const Ids = (maxItems: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: [String], maxItems },
    options,
    Transform(lowerCased),
    IsArray(),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsMongoId({ each: true }),
  );

/** Texts of a query string, separated by commas or given one by one. */
export const QueryTexts = (maxItems: number, maxLength: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(Transform(splitAtCommas), Texts(maxItems, maxLength, { ...options, optional: true }));

/** Ids of a query string, separated by commas or given one by one. */
export const QueryIds = (maxItems: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(Ids(maxItems, { ...options, optional: true }), Transform(splitAtCommas));

/** "HH:MM" on the wall. */
export const TimeOfDay = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: String, example: '09:00' }, options, check('isTimeOfDay', isTimeOfDay, 'a time "HH:MM"'));

/** "HH:MM" on the wall, or "24:00". */
export const EndOfWindow = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: String, example: '18:00' },
    options,
    check('isEndOfWindow', isEndOfWindow, 'a time "HH:MM", or "24:00"'),
  );

/** YYYY-MM-DD. */
export const LocalDate = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: String, format: 'date' },
    options,
    check('isCalendarDate', isCalendarDate, 'an existing day as YYYY-MM-DD'),
  );

/** ISO 8601 with an offset. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: String, format: 'date-time' },
    options,
    check('isInstant', isInstant, 'an ISO 8601 instant, such as 2030-01-31T09:00:00Z'),
  );

/** One end of a list: an instant, or a local date of the company, which is included. */
export const DayOrInstant = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { type: String, example: '2030-01-31' },
    options,
    check(
      'isDayOrInstant',
      (value) => isInstant(value) || isCalendarDate(value),
      'a date YYYY-MM-DD, or an ISO 8601 instant',
    ),
  );

/** IANA name of a time zone. */
export const TimeZone = (options: FieldOptions = {}): PropertyDecorator =>
  field({ type: String, example: 'America/Sao_Paulo' }, options, IsTimeZone());

/** An object of its own class. Swagger knows a late type by the name of its function, which is `type` only in here. */
export const Part = (type: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  field({ type: () => type() }, options, check('isObject', isObject, 'an object'), ValidateNested(), Type(type));

/** A list of objects of one class. */
export const Parts = (
  type: () => Class,
  maxItems: number,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
): PropertyDecorator =>
  field(
    { type: () => type(), isArray: true, maxItems, ...(minItems > 0 ? { minItems } : {}) },
    options,
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    check('areObjects', (items) => (items as unknown[]).every(isObject), 'objects'),
    ValidateNested({ each: true }),
    Type(type),
  );

/** A list of objects of one class, as JSON in a query string. */
export const QueryParts = (
  type: () => Class<object>,
  maxItems: number,
  { example, ...options }: FieldOptions & { example: string },
): PropertyDecorator =>
  field(
    { type: String, format: 'json', example },
    { ...options, optional: true },
    Transform(({ value }) => fromJson(type(), value)),
    IsArray({ message: '$property must be a list as JSON' }),
    ArrayMinSize(1),
    ArrayMaxSize(maxItems),
    check('areObjects', (items) => Array.isArray(items) && items.every(isObject), 'objects'),
    ValidateNested({ each: true }),
  );

/** What is no JSON stays a text, which the checks refuse. */
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

function lowerCased({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => lowerCased({ value: one }));
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** Refuses a list, which class-validator accepts as a nested object without a look at its items. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
