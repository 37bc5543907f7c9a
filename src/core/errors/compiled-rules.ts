import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Fields = Readonly<Record<string, unknown>>;
type FieldCheck = (value: unknown, instance: Fields) => boolean;
type Check = (instance: Fields) => boolean;

const COMPILED_TYPES: readonly string[] = [
  ValidationTypes.CUSTOM_VALIDATION,
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.NESTED_VALIDATION,
];
const CANNOT_TELL: Check = () => false;
const checks = new WeakMap<object, Check>();

/**
 * Whether class-validator would accept an instance of a DTO. Runs the constraints of its decorators without building
 * errors.
 * @returns false also if only class-validator can tell; ask it then
 */
export function obeysRules(instance: object): boolean {
  const { constructor } = instance as { constructor?: unknown };
  if (typeof constructor !== 'function' || Object.hasOwn(instance, 'constructor')) return false;
  return checkOf(constructor)(instance as Fields);
}

function checkOf(dto: object): Check {
  const known = checks.get(dto);
  if (known) return known;
  const check = compile(dto);
  checks.set(dto, check);
  return check;
}

function compile(dto: object): Check {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto as () => void, '', false, false);
  if (rules.length === 0 || !rules.every(({ type }) => COMPILED_TYPES.includes(type))) return CANNOT_TELL;
  const byField = Map.groupBy(rules, ({ propertyName }) => propertyName);
  const fields = new Map([...byField].map(([field, ofField]) => [field, compileField(ofField)]));
  return (instance) => {
    for (const field of Object.keys(instance)) if (!fields.has(field)) return false;
    for (const [field, holds] of fields) if (!holds(instance[field], instance)) return false;
    return true;
  };
}

function compileField(rules: readonly Rule[]): FieldCheck {
  const isCondition = ({ type }: Rule): boolean => type === ValidationTypes.CONDITIONAL_VALIDATION;
  const conditions = rules
    .filter(isCondition)
    .map(({ constraints }) => constraints[0] as (...args: unknown[]) => boolean);
  const constraints = rules.filter((rule) => !isCondition(rule)).map(compileRule);
  return (value, instance) =>
    !conditions.every((applies) => applies(instance, value)) || constraints.every((holds) => holds(value, instance));
}

function compileRule({ type, constraintCls, constraints, each, propertyName, validateIf }: Rule): FieldCheck {
  if (type === ValidationTypes.NESTED_VALIDATION) return obeyNested;
  const validators = getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => instance);
  return (value, object) => {
    if (validateIf && !validateIf(object, value)) return true;
    const about = { targetName: object.constructor.name, property: propertyName, object, value, constraints };
    const values = each && Array.isArray(value) ? (value as unknown[]) : [value];
    // A promise is not `true`: asynchronous rules are left to class-validator.
    return validators.every((validator) => values.every((one) => validator.validate(one, about) === true));
  };
}

function obeyNested(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(obeyNested);
  return value === undefined || (value instanceof Object && obeysRules(value));
}
