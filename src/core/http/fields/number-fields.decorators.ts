import { ArrayUnique, IsArray, IsBoolean, IsInt, Max, Min } from 'class-validator';
import { isWeight } from './checks.js';
import { check, Field, type FieldOptions } from './field.js';

export const MAX_PRICE = 1_000_000_000;
const MAX_KG = 2_000;
const DAYS_A_WEEK = 7;

export const WholeNumber = (minimum: number, maximum: number, options: FieldOptions = {}): PropertyDecorator =>
  Field({ type: 'integer', minimum, maximum }, options, IsInt(), Min(minimum), Max(maximum));

/** An amount in minor units of the company's currency: 9050 for 90.50. */
export const Money = ({ minimum = 0, ...options }: FieldOptions & { minimum?: number } = {}): PropertyDecorator =>
  Field(
    { type: 'integer', minimum, maximum: MAX_PRICE, example: 9_000 },
    options,
    check('isMinorUnits', Number.isInteger, 'a whole number in minor units: 9050 for 90.50'),
    Min(minimum),
    Max(MAX_PRICE),
  );

/** Kilograms. */
export const Weight = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: Number, minimum: 0, maximum: MAX_KG },
    options,
    check('isWeight', isWeight, 'a number with at most 3 decimals'),
    Min(0),
    Max(MAX_KG),
  );

export const Flag = (options: FieldOptions = {}): PropertyDecorator => Field({ type: Boolean }, options, IsBoolean());

/** ISO weekdays: 1 Monday ... 7 Sunday. */
export const Weekdays = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: 'array', items: { type: 'integer', minimum: 1, maximum: DAYS_A_WEEK }, maxItems: DAYS_A_WEEK },
    options,
    IsArray(),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(DAYS_A_WEEK, { each: true }),
  );
