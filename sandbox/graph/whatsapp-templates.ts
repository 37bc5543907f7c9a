/** Checks the values of a message of type template and renders its text. */
import type { ShownButton } from '../business-message.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import { buttonsOf, type TemplateBook, textOfPart, variablesIn, type WhatsappTemplate } from '../template-book.ts';
import { whatsappError } from './errors.ts';
import { objectParam, onlyKeys, textParam } from './params.ts';
import { assertCodeComponents } from './whatsapp-code-templates.ts';

const MAX_BODY_CHARACTERS = 1_024;
/** WhatsApp refuses these characters in a value. */
const BAD_VALUE = /[\n\t]| {5}/;

interface TemplateContent {
  text: string;
  attachments: [];
  buttons: ShownButton[];
}

export interface TemplateSendContext {
  templates: TemplateBook;
  wabaId: string;
  /** False for a business-scoped id: WhatsApp sends it no codes (131062). */
  toPhone: boolean;
}

/** @throws GraphError 132xxx */
export function readTemplate(body: JsonObject, { templates, wabaId, toPhone }: TemplateSendContext): TemplateContent {
  onlyKeys(body, ['name', 'language', 'components', 'namespace'], 'template');
  const name = textParam(body, 'name', 'template[name]');
  const language = textParam(objectParam(body, 'language', 'template[language]'), 'code', 'template[language][code]');
  const template = templates.find(wabaId, { name, language });
  // To a sender, a template that is not approved does not exist.
  if (template === undefined || template.status === 'PENDING' || template.status === 'REJECTED') {
    const details = `template name (${name}) does not exist in ${language}`;
    throw whatsappError(132001, 'Template name does not exist in the translation', details, 404);
  }
  if (template.status === 'PAUSED') throw whatsappError(132015, 'Template is Paused', 'Template is paused');
  if (template.status === 'DISABLED') throw whatsappError(132016, 'Template is Disabled', 'Template is disabled');
  const components = readComponents(body['components']);
  if (template.category === 'AUTHENTICATION') assertCodeComponents(components, toPhone);
  const parts = (['HEADER', 'BODY'] as const).map((type) => filled(template, type, components));
  if ([...(parts[1] ?? '')].length > MAX_BODY_CHARACTERS) {
    throw whatsappError(132005, 'Translated text too long', 'body: the text with its values is too long');
  }
  const text = [...parts, textOfPart(template, 'FOOTER')].filter((part) => part !== '').join('\n\n');
  return { text, attachments: [], buttons: shownButtons(template, components) };
}

function readComponents(value: unknown): JsonObject[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isObject)) throw badFormat('components must be an array of objects');
  for (const component of value) {
    onlyKeys(component, ['type', 'sub_type', 'index', 'parameters'], 'template[components]');
    const type = String(component['type']);
    if (!['header', 'body', 'button'].includes(type)) throw badFormat(`there is no component of type ${type}`);
  }
  return value;
}

function filled(template: WhatsappTemplate, type: 'HEADER' | 'BODY', components: readonly JsonObject[]): string {
  const part = type.toLowerCase();
  const text = textOfPart(template, type);
  const names = variablesIn(text);
  const given = parametersOf(components.find((component) => component['type'] === part));
  if (given.length !== names.length) throw wrongCount(part, given.length, names.length);
  const values = new Map<string, string>();
  given.forEach((parameter, index) => {
    const isNamed = template.parameter_format === 'NAMED';
    onlyKeys(
      parameter,
      isNamed ? ['type', 'text', 'parameter_name'] : ['type', 'text'],
      'template[components][parameters]',
    );
    const name = isNamed ? parameter['parameter_name'] : names[index];
    if (!isText(name) || !names.includes(name)) {
      throw whatsappError(132018, 'Template parameters are not valid', `${part}: no parameter ${String(name)}`);
    }
    values.set(name, textValue(parameter, part));
  });
  if (values.size !== names.length) throw wrongCount(part, values.size, names.length);
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => values.get(name) ?? '');
}

function parametersOf(component: JsonObject | undefined): JsonObject[] {
  const parameters: unknown = component?.['parameters'] ?? [];
  if (!Array.isArray(parameters) || !parameters.every(isObject))
    throw badFormat('parameters must be an array of objects');
  return parameters;
}

function textValue({ type, text }: JsonObject, part: string): string {
  if (type !== 'text' || !isText(text)) throw badFormat(`${part} parameters must be {type: "text", text}`);
  if (!BAD_VALUE.test(text)) return text;
  const details = 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces';
  throw whatsappError(132018, 'Template parameters are not valid', details);
}

/** A quick reply sends its payload, or its title if it has none. */
function shownButtons(template: WhatsappTemplate, components: readonly JsonObject[]): ShownButton[] {
  const buttons = buttonsOf(template);
  const given = components.filter((component) => component['type'] === 'button');
  const surplus = given.find(({ index }) => buttons[Number(index)] === undefined);
  if (surplus) throw badFormat(`there is no button at index ${String(surplus['index'])}`);
  return buttons.map((button, index) => {
    const own = given.find((component) => component['index'] === String(index));
    const [parameter] = parametersOf(own);
    const title = String(button['text']);
    if (button['type'] === 'URL') return link(template, button, index, own, parameter);
    if (button['type'] === 'PHONE_NUMBER')
      return { kind: 'url', title, payload: `tel:${String(button['phone_number'])}` };
    if (own !== undefined && own['sub_type'] !== 'quick_reply') throw badFormat(`button ${index} is a quick_reply`);
    return { kind: 'template', title, payload: isText(parameter?.['payload']) ? parameter['payload'] : title };
  });
}

function link(
  { category }: WhatsappTemplate,
  button: JsonObject,
  index: number,
  own: JsonObject | undefined,
  parameter: JsonObject | undefined,
): ShownButton {
  const [title, url] = [String(button['text']), String(button['url'])];
  if (!url.includes('{{1}}')) {
    if (own !== undefined) throw wrongCount(`button ${index}`, 1, 0);
    return { kind: 'url', title, payload: url };
  }
  if (own?.['sub_type'] !== 'url' || parameter === undefined) {
    const details = `buttons: Button at index ${index} of type Url requires a parameter`;
    throw whatsappError(131008, 'Required parameter is missing', details);
  }
  const value = textValue(parameter, 'button');
  if (category === 'AUTHENTICATION') return { kind: 'copy_code', title, payload: value };
  return { kind: 'url', title, payload: url.replace('{{1}}', value) };
}

function wrongCount(part: string, given: number, expected: number): Error {
  const details = `${part}: number of localizable_params (${given}) does not match the expected number of params (${expected})`;
  return whatsappError(132000, 'Number of parameters does not match the expected number of params', details);
}

function badFormat(details: string): Error {
  return whatsappError(132012, 'Parameter format does not match', details);
}
