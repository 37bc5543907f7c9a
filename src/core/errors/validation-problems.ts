import { getMetadataStorage, type ValidationError, ValidationTypes } from 'class-validator';
import type { FieldProblem } from './app-error.js';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Kinds of values in plain words; reported before any other problem of the field. */
const KINDS: Readonly<Record<string, string>> = {
  isString: 'must be a text',
  isInt: 'must be a whole number',
  isNumber: 'must be a number',
  isBoolean: 'must be true or false',
  isArray: 'must be a list',
  isObject: 'must be an object',
  isEmail: 'must be an e-mail address',
  isUrl: 'must be an http(s) address',
  isMongoId: 'must be an id of 24 hexadecimal digits',
};

const UNKNOWN_FIELD = 'whitelistValidation';

export function toFieldProblems(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix + error.property;
    const [first] = Object.entries(error.constraints ?? {});
    const own = first ? [{ field, message: messageOf(error, field, ...first) }] : [];
    return [...own, ...toFieldProblems(error.children ?? [], `${field}.`)];
  });
}

function messageOf(error: ValidationError, field: string, rule: string, broken: string): string {
  if (rule === UNKNOWN_FIELD) return `${field} is not a known field`;
  if ('value' in error && error.value === undefined) return `${field} is required`;
  const kind = brokenKind(error);
  if (kind) return `${kind.each ? 'each of ' : ''}${field} ${KINDS[kindOf(kind)]}`;
  return broken.startsWith(error.property) ? field + broken.slice(error.property.length) : broken;
}

/** The validator stops at the rule that stands nearest to the field, often a length. The kind is the better answer. */
function brokenKind({ target, property, value }: ValidationError): Rule | undefined {
  if (!target) return undefined;
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((rule) => rule.propertyName === property && KINDS[kindOf(rule)] && !holds(rule, value));
}

/** A rule with its own message keeps it. */
function kindOf({ type, name = '', message }: Rule): string {
  return type === ValidationTypes.CUSTOM_VALIDATION && !message ? name : '';
}

function holds({ constraintCls, constraints, each, propertyName }: Rule, value: unknown): boolean {
  const about = { value, constraints, targetName: '', object: {}, property: propertyName };
  const values = each && Array.isArray(value) ? (value as unknown[]) : [value];
  const validators = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  return validators.every(({ instance }) => values.every((one) => instance.validate(one, about) === true));
}
