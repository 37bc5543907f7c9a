import { AppError } from '../../../core/errors/index.js';
import type { NewTemplate } from './template-provider.js';
import { type TemplateButton, type TemplateComponents, variableNamesIn, variablesOf } from './template-text.js';

const NUMBER = /^\d+$/;
const NAME = /^[a-z_][a-z0-9_]*$/;
const VARIABLE_AT_AN_END = /^\s*\{\{[^{}]*\}\}|\{\{[^{}]*\}\}\s*$/;
const MAX_LINKS = 2;

/** Checks WhatsApp's rules before the template is sent for approval. @throws AppError VALIDATION_ERROR */
export function assertNewTemplate({ components, examples }: NewTemplate): void {
  assertVariables(components);
  for (const [index, button] of components.buttons.entries()) assertButton(button, index);
  const count = (type: TemplateButton['type']): number =>
    components.buttons.filter((button) => button.type === type).length;
  if (count('url') > MAX_LINKS || count('phone_number') > 1) {
    throw invalid('buttons', `buttons hold at most ${MAX_LINKS} links and one phone number`);
  }
  for (const { key } of variablesOf(components, () => undefined)) {
    if (!examples[key]?.trim()) throw invalid('examples', `examples need a value for the variable ${key}`);
  }
}

function assertVariables({ header, body, footer }: TemplateComponents): void {
  const inHeader = variableNamesIn(header ?? '');
  const inBody = variableNamesIn(body);
  if (inHeader.length > 1) throw invalid('header', 'header may have one variable only');
  if (variableNamesIn(footer ?? '').length > 0) throw invalid('footer', 'footer may have no variable');
  const isNumbered = (names: string[]): boolean => names.every((name, index) => name === String(index + 1));
  const all = [...inHeader, ...inBody];
  const isNamed = all.every((name) => NAME.test(name));
  if (!isNamed && !(isNumbered(inHeader) && isNumbered(inBody))) {
    throw invalid(
      'body',
      'body and header have variables {{1}}, {{2}}, … or names of small letters such as {{pet_name}}',
    );
  }
  if (VARIABLE_AT_AN_END.test(body))
    throw invalid('body', 'body may not begin or end with a variable; add a word or a full stop');
}

function assertButton({ type, url, phone_number }: TemplateButton, index: number): void {
  const field = `buttons.${index}`;
  if (type === 'url') assertLink(url, field);
  else if (url !== undefined) throw invalid(field, `${field}.url is for buttons of type url`);
  if ((type === 'phone_number') !== (phone_number !== undefined)) {
    throw invalid(field, `${field}.phone_number is needed for buttons of type phone_number, and for no others`);
  }
}

function assertLink(url: string | undefined, field: string): void {
  const [name, ...more] = variableNamesIn(url ?? '');
  const isRight = name === undefined || (NUMBER.test(name) && url?.endsWith('{{1}}') === true);
  const address = (url ?? '').replace('{{1}}', 'x');
  if (more.length > 0 || !isRight || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw invalid(field, `${field}.url must be a web address; it may end with the variable {{1}}`);
  }
}

function invalid(field: string, message: string): AppError {
  return AppError.validation([{ field, message }]);
}
