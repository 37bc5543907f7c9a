import { AppError } from '../../../core/errors/index.js';
import { renderedBody, type TemplateComponents, type TemplateValues, type TemplateVariable } from './template-text.js';

const UNPROCESSABLE = 422;
const MAX_BODY_CHARACTERS = 1_024;
/** WhatsApp refuses a line break, a tab or five spaces in a value. */
const BAD_VALUE = /[\n\r\t]| {5}/;

interface Fillable {
  readonly components: TemplateComponents;
  readonly variables: readonly TemplateVariable[];
}

/** @throws AppError VARIABLE_MISSING | VARIABLE_UNKNOWN | VARIABLE_INVALID | TEMPLATE_TOO_LONG */
export function assertValues({ components, variables }: Fillable, values: TemplateValues): void {
  const missing = variables.map(({ key }) => key).filter((key) => !values[key]?.trim());
  if (missing.length > 0) {
    const [first] = missing;
    throw refusal('VARIABLE_MISSING', `Give a value for the variable ${String(first)}`, { variable: first, missing });
  }
  for (const [key, value] of Object.entries(values)) {
    if (!variables.some((variable) => variable.key === key)) {
      throw refusal('VARIABLE_UNKNOWN', `The template has no variable ${key}; leave it out`, { variable: key });
    }
    if (BAD_VALUE.test(value)) {
      const message = `Write the variable ${key} on one line, without tabs and without five spaces in a row`;
      throw refusal('VARIABLE_INVALID', message, { variable: key });
    }
  }
  const length = [...renderedBody(components, values)].length;
  if (length <= MAX_BODY_CHARACTERS) return;
  const message = `The text with its values has ${length} characters; WhatsApp takes ${MAX_BODY_CHARACTERS}. Shorten a value`;
  throw refusal('TEMPLATE_TOO_LONG', message, { limit: MAX_BODY_CHARACTERS, length });
}

export function refusal(code: string, message: string, details?: unknown): AppError {
  return new AppError(code, UNPROCESSABLE, message, details);
}
