import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, ValidationTypes, type ValidatorConstraintInterface } from 'class-validator';

/** Says whether the global validation pipe would let a JSON value through as it is. */
export type DtoCheck = (value: unknown) => boolean;

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Fields = Readonly<Record<string, unknown>>;
type FieldCheck = (value: unknown, fields: Fields) => boolean;

/** Trimming, lower-casing and conversion to a number or a date all change it. */
const PROBE = ' 1A ';

/**
 * Compiles a DTO's own decorators into a check that runs their constraints without building instances, groups and
 * errors. It never accepts what the pipe refuses or would change; what it refuses is for the pipe to judge.
 * @throws Error where a decorator cannot be compiled, so that none is ever left out
 */
export function compileDtoCheck(dto: Type<object>): DtoCheck {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const checks = new Map<string, FieldCheck>();
  for (const [field, rules] of Map.groupBy(metadata, ({ propertyName }) => propertyName)) {
    checks.set(field, compileField(dto, field, rules));
  }
  const entries = [...checks];
  return (value) => {
    if (!isPlainObject(value)) return false;
    for (const field in value) if (!checks.has(field)) return false;
    for (const [field, check] of entries) if (!check(value[field], value)) return false;
    return true;
  };
}

function compileField(dto: Type<object>, field: string, rules: readonly Metadata[]): FieldCheck {
  assertKept(dto, field);
  const conditions: ((fields: Fields, value: unknown) => boolean)[] = [];
  const constraints: FieldCheck[] = [];
  for (const rule of rules) {
    if (rule.type === ValidationTypes.CONDITIONAL_VALIDATION) conditions.push(rule.constraints[0] as never);
    else constraints.push(compileRule(dto, field, rule));
  }
  return (value, fields) => {
    for (const applies of conditions) if (!applies(fields, value)) return true;
    for (const holds of constraints) if (!holds(value, fields)) return false;
    return true;
  };
}

function compileRule(dto: Type<object>, field: string, rule: Metadata): FieldCheck {
  const { type, each, groups, validateIf, constraints } = rule;
  if (type === ValidationTypes.NESTED_VALIDATION) {
    const check = compileDtoCheck(nestedType(dto, field));
    return (value) => Array.isArray(value) && value.every(check);
  }
  const found = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  const hasOptions = each || validateIf !== undefined || groups.length > 0;
  if (type !== ValidationTypes.CUSTOM_VALIDATION || hasOptions || found.some(({ async }) => async)) {
    throw new Error(`${dto.name}.${field} has a rule that cannot be compiled`);
  }
  const validators: ValidatorConstraintInterface[] = found.map(({ instance }) => instance);
  return (value, object) => {
    const about = { targetName: dto.name, property: field, object, value, constraints };
    return validators.every((validator) => validator.validate(value, about) === true);
  };
}

/** @throws Error where class-transformer gives the field another value than it was sent */
function assertKept(dto: Type<object>, field: string): void {
  const kept = (plainToInstance(dto, { [field]: PROBE }) as Fields)[field];
  if (kept !== PROBE) throw new Error(`${dto.name}.${field} is changed on its way in, which cannot be compiled`);
}

/** Only lists of one declared class are compiled. @throws Error for any other nesting */
function nestedType(dto: Type<object>, field: string): Type<object> {
  const [element] = (plainToInstance(dto, { [field]: [{}] }) as Record<string, object[]>)[field] ?? [];
  if (!element || element.constructor === Object) throw new Error(`${dto.name}.${field} names no class with @Type`);
  return element.constructor as Type<object>;
}

function isPlainObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
