import { AppError } from '../../../../core/errors/index.js';
import type { ReminderKind } from '../schemas/reminder-rule.schema.js';

const UNPROCESSABLE = 422;
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

export const REMINDER_VARIABLES = [
  'contact.first_name',
  'pet.name',
  'service',
  'date',
  'time',
  'staff',
  'company',
  'link',
] as const;
export type ReminderVariable = (typeof REMINDER_VARIABLES)[number];
export type ReminderValues = Readonly<Record<ReminderVariable, string>>;

/** A vaccination expires on a day, and nobody works on it. */
const OF_VACCINATIONS = REMINDER_VARIABLES.filter((name) => name !== 'time' && name !== 'staff');

export const variablesOf = (kind: ReminderKind): readonly ReminderVariable[] =>
  kind === 'vaccination' ? OF_VACCINATIONS : REMINDER_VARIABLES;

/** @throws AppError VARIABLE_UNKNOWN with `{field, variable, allowed}` */
export function assertVariables(kind: ReminderKind, field: string, text: string): void {
  const allowed = variablesOf(kind);
  for (const [, variable = ''] of text.matchAll(VARIABLE)) {
    if ((allowed as readonly string[]).includes(variable)) continue;
    const message = `${field} has the unknown variable {{${variable}}}. Use ${allowed.map((name) => `{{${name}}}`).join(', ')}`;
    throw new AppError('VARIABLE_UNKNOWN', UNPROCESSABLE, message, { field, variable, allowed });
  }
}

/** One pass: a value that looks like a variable stays as it is. An empty value takes the "for" and the space before it along. */
export function fillVariables(text: string, values: ReminderValues): string {
  return text.replace(/((?: (?:for|para|de))? ?)\{\{\s*([^{}]*?)\s*\}\}/g, (_, before: string, name: string) => {
    const value = values[name as ReminderVariable] ?? '';
    return value === '' ? '' : before + value;
  });
}
