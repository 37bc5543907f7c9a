import { Transform, type TransformFnParams } from 'class-transformer';
import { IsOptional, ValidateIf } from 'class-validator';

/** Unlike IsOptional it refuses null, for fields that cannot be cleared. */
export const IfPresent = (): PropertyDecorator => ValidateIf((_: unknown, value: unknown) => value !== undefined);

/** Null clears the field. */
export const IfPresentOrNull = (): PropertyDecorator => IsOptional();

export const Trimmed = (): PropertyDecorator => Transform(onString((text) => text.trim()));

export const NormalisedEmail = (): PropertyDecorator => Transform(onString((text) => text.trim().toLowerCase()));

function onString(change: (text: string) => string) {
  return ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? change(value) : (value as unknown));
}

export function lowerCased({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => lowerCased({ value: one }));
  return typeof value === 'string' ? value.toLowerCase() : value;
}
