/** The body of `POST /{waba}/message_templates`. */
import { isObject, isText, type JsonObject } from '../json.ts';
import { type TemplateCategory, variablesIn, type WhatsappTemplate } from '../template-book.ts';
import { GraphError, invalidParam } from './errors.ts';
import { assertUrl, choiceParam, onlyKeys, onlyParams, textParam } from './params.ts';

export type NewTemplate = Pick<WhatsappTemplate, 'name' | 'language' | 'category' | 'parameter_format' | 'components'>;
type Format = WhatsappTemplate['parameter_format'];

const NAME = /^[a-z0-9_]{1,512}$/;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,3})?$/;
const NAMED = /^[a-z_][a-z0-9_]*$/;
const CHARACTERS = { HEADER: 60, BODY: 1_024, FOOTER: 60 } as const;
const MAX_BUTTONS = 10;
const BUTTON_TITLE = 25;
const MAX_URL_BUTTONS = 2;
const BUTTON_KEYS: Record<string, readonly string[]> = {
  QUICK_REPLY: ['type', 'text'],
  URL: ['type', 'text', 'url', 'example'],
  PHONE_NUMBER: ['type', 'text', 'phone_number'],
};

/** @throws GraphError 100 with the subcode of the broken rule */
export function readNewTemplate(params: JsonObject): NewTemplate {
  onlyParams(params, ['name', 'language', 'category', 'parameter_format', 'components', 'allow_category_change']);
  const name = textParam(params, 'name');
  if (!NAME.test(name)) {
    throw broken(2388042, 'The name of a template has only small letters, digits and underscores.');
  }
  const language = textParam(params, 'language');
  if (!LANGUAGE.test(language))
    throw invalidParam(`Param language must be one of the supported languages - got "${language}"`);
  const category = choiceParam(params, 'category', ['UTILITY', 'MARKETING']) as TemplateCategory | undefined;
  if (category === undefined) throw invalidParam('The parameter category is required.');
  const format = (choiceParam(params, 'parameter_format', ['NAMED', 'POSITIONAL']) ?? 'POSITIONAL') as Format;
  const components = params['components'];
  if (!Array.isArray(components) || !components.every(isObject))
    throw invalidParam('Param components must be an array');
  const types = components.map(({ type }) => type);
  if (new Set(types).size < types.length) throw invalidParam('Each component may be given once');
  if (!types.includes('BODY')) throw broken(2388043, 'A template needs a component of type BODY.');
  for (const component of components) assertComponent(component, format);
  return { name, language, category, parameter_format: format, components };
}

function assertComponent(component: JsonObject, format: Format): void {
  const type = choiceParam(component, 'type', ['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);
  if (type === undefined) throw invalidParam('Param components[type] is required');
  if (type === 'BUTTONS') return assertButtons(component);
  onlyKeys(
    component,
    type === 'HEADER' ? ['type', 'format', 'text', 'example'] : ['type', 'text', 'example'],
    'components',
  );
  if (type === 'HEADER' && component['format'] !== 'TEXT')
    throw invalidParam('The sandbox makes headers of format TEXT only');
  const part = type as keyof typeof CHARACTERS;
  const text = textParam(component, 'text', `components[${type}][text]`);
  if ([...text].length > CHARACTERS[part]) {
    throw broken(2388040, `The ${part.toLowerCase()} has at most ${CHARACTERS[part]} characters.`);
  }
  assertVariables(part, text, component['example'], format);
}

function assertVariables(part: keyof typeof CHARACTERS, text: string, example: unknown, format: Format): void {
  const variables = variablesIn(text);
  if (part === 'FOOTER' && variables.length > 0) throw broken(2388073, 'A footer has no variables.');
  if (part === 'HEADER' && variables.length > 1) throw broken(2388072, 'A header has at most one variable.');
  const isRight = (name: string, place: number): boolean =>
    format === 'NAMED' ? NAMED.test(name) : name === String(place + 1);
  if (!variables.every(isRight)) throw broken(2388072, 'Variables are {{1}}, {{2}}, … or names of small letters.');
  if (part === 'BODY' && /^\s*\{\{[^{}]*\}\}|\{\{[^{}]*\}\}\s*$/.test(text)) {
    throw broken(2388299, "Variables can't be at the start or end of the template.");
  }
  if (variables.length > 0 && !hasExamples(part, variables, example, format)) {
    throw broken(2388043, `Each variable of the ${part.toLowerCase()} needs an example.`);
  }
}

function hasExamples(part: string, variables: readonly string[], example: unknown, format: Format): boolean {
  if (!isObject(example)) return false;
  const stem = part === 'HEADER' ? 'header_text' : 'body_text';
  if (format === 'NAMED') {
    const named: unknown = example[`${stem}_named_params`];
    const given = Array.isArray(named) ? named.filter(isObject) : [];
    return variables.every((name) => given.some((one) => one['param_name'] === name && isText(one['example'])));
  }
  const values: unknown = example[stem];
  const row: unknown = part === 'BODY' && Array.isArray(values) ? values[0] : values;
  return Array.isArray(row) && row.length === variables.length && row.every(isText);
}

function assertButtons(component: JsonObject): void {
  onlyKeys(component, ['type', 'buttons'], 'components');
  const buttons = component['buttons'];
  if (!Array.isArray(buttons) || buttons.length === 0 || buttons.length > MAX_BUTTONS || !buttons.every(isObject)) {
    throw invalidParam(`A template has 1 to ${MAX_BUTTONS} buttons`);
  }
  for (const button of buttons) assertButton(button);
  const urls = buttons.filter(({ type }) => type === 'URL').length;
  const phones = buttons.filter(({ type }) => type === 'PHONE_NUMBER').length;
  if (urls > MAX_URL_BUTTONS || phones > 1) throw invalidParam('A template has at most 2 links and 1 phone number');
}

function assertButton(button: JsonObject): void {
  const type = choiceParam(button, 'type', Object.keys(BUTTON_KEYS)) ?? '';
  onlyKeys(button, BUTTON_KEYS[type] ?? [], 'components[buttons]');
  const title = textParam(button, 'text', 'components[buttons][text]');
  if ([...title].length > BUTTON_TITLE) throw broken(2388040, `A button has at most ${BUTTON_TITLE} characters.`);
  if (type === 'PHONE_NUMBER' && !/^\+?\d{7,20}$/.test(textParam(button, 'phone_number'))) {
    throw invalidParam('Param phone_number is not a phone number');
  }
  if (type !== 'URL') return;
  const url = textParam(button, 'url');
  assertUrl(url.replace('{{1}}', 'x'), 'components[buttons][url]');
  const example = button['example'];
  if (!url.includes('{{')) return;
  if (!url.endsWith('{{1}}')) throw invalidParam('The variable of a link is {{1}} at its end');
  if (!Array.isArray(example) || !isText(example[0])) throw broken(2388043, 'A link with a variable needs an example.');
}

function broken(subcode: number, userMessage: string): GraphError {
  return new GraphError(100, 'Invalid parameter', { subcode, userTitle: 'The template is not valid', userMessage });
}
