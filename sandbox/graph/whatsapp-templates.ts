/** The approved templates of the WhatsApp business accounts. */
import type { ShownButton } from '../business-message.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import { whatsappError } from './errors.ts';
import { objectParam, onlyKeys, textParam } from './params.ts';
import { assertCodeComponents } from './whatsapp-code-templates.ts';

export interface WhatsappTemplate {
  name: string;
  language: string;
  status: 'APPROVED' | 'PAUSED' | 'DISABLED';
  category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  /** Placeholders are `{{1}}`, `{{2}}`, … */
  body: string;
  /** Titles of the quick reply buttons. */
  buttons?: string[];
  /** Title of the only button of the category AUTHENTICATION, which copies the code. */
  copyCode?: string;
}

/** Add to this list, or change a status, to play an approval or a pause. */
export const TEMPLATES: WhatsappTemplate[] = [
  { name: 'hello_world', language: 'en_US', status: 'APPROVED', category: 'UTILITY', body: 'Hello World' },
  {
    name: 'appointment_reminder',
    language: 'en_US',
    status: 'APPROVED',
    category: 'UTILITY',
    body: 'Hi {{1}}, a reminder of the visit of {{2}} on {{3}}.',
    buttons: ['Confirm', 'Reschedule'],
  },
  {
    name: 'appointment_reminder',
    language: 'pt_BR',
    status: 'APPROVED',
    category: 'UTILITY',
    body: 'Oi {{1}}, lembrete da visita de {{2}} em {{3}}.',
    buttons: ['Confirmar', 'Remarcar'],
  },
  {
    name: 'booking_code',
    language: 'en',
    status: 'APPROVED',
    category: 'AUTHENTICATION',
    body: '{{1}} is your verification code. For your security, do not share this code.',
    copyCode: 'Copy code',
  },
  {
    name: 'booking_code',
    language: 'pt_BR',
    status: 'APPROVED',
    category: 'AUTHENTICATION',
    body: '{{1}} é seu código de verificação. Para sua segurança, não o compartilhe.',
    copyCode: 'Copiar código',
  },
  { name: 'summer_sale', language: 'en_US', status: 'PAUSED', category: 'MARKETING', body: 'Summer sale!' },
];

/**
 * @param toPhone false for a business-scoped id, which codes are not sent to (131062)
 * @throws GraphError 132xxx
 */
export function readTemplate(
  body: JsonObject,
  toPhone: boolean,
): { text: string; attachments: []; buttons: ShownButton[] } {
  onlyKeys(body, ['name', 'language', 'components', 'namespace'], 'template');
  const name = textParam(body, 'name', 'template[name]');
  const code = textParam(objectParam(body, 'language', 'template[language]'), 'code', 'template[language][code]');
  const template = TEMPLATES.find((candidate) => candidate.name === name && candidate.language === code);
  if (template === undefined) {
    throw whatsappError(
      132001,
      'Template name does not exist in the translation',
      `template name (${name}) does not exist in ${code}`,
      404,
    );
  }
  if (template.status === 'PAUSED') throw whatsappError(132015, 'Template is Paused', 'Template is paused');
  if (template.status === 'DISABLED') throw whatsappError(132016, 'Template is Disabled', 'Template is disabled');
  const components = readComponents(body['components']);
  if (template.category === 'AUTHENTICATION') assertCodeComponents(components, toPhone);
  const values = bodyParameters(components);
  const expected = new Set(template.body.match(/\{\{\d+\}\}/g)).size;
  if (values.length !== expected) {
    const details = `body: number of localizable_params (${values.length}) does not match the expected number of params (${expected})`;
    throw whatsappError(132000, 'Number of parameters does not match the expected number of params', details);
  }
  const text = template.body.replace(/\{\{(\d+)\}\}/g, (_, index: string) => values[Number(index) - 1] ?? '');
  return { text, attachments: [], buttons: templateButtons(template, components) };
}

function readComponents(value: unknown): JsonObject[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isObject)) {
    throw whatsappError(132012, 'Parameter format does not match', 'components must be an array of objects');
  }
  for (const component of value)
    onlyKeys(component, ['type', 'sub_type', 'index', 'parameters'], 'template[components]');
  return value;
}

function bodyParameters(components: readonly JsonObject[]): string[] {
  const parameters: unknown = components.find((component) => component['type'] === 'body')?.['parameters'];
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters) || !parameters.every(isObject)) {
    throw whatsappError(132012, 'Parameter format does not match', 'parameters must be an array of objects');
  }
  return parameters.map((parameter) => {
    if (parameter['type'] !== 'text' || !isText(parameter['text'])) {
      throw whatsappError(132012, 'Parameter format does not match', 'body parameters must be {type: "text", text}');
    }
    return parameter['text'];
  });
}

/** A button sends its payload, or else its title. */
function templateButtons(template: WhatsappTemplate, components: readonly JsonObject[]): ShownButton[] {
  const { copyCode } = template;
  if (copyCode !== undefined)
    return bodyParameters(components).map((payload) => ({ kind: 'copy_code', title: copyCode, payload }));
  return (template.buttons ?? []).map((title, index) => {
    const own = components.find((part) => part['type'] === 'button' && part['index'] === String(index));
    const parameters: unknown = own?.['parameters'];
    const first: unknown = Array.isArray(parameters) ? parameters[0] : undefined;
    const payload = isObject(first) && isText(first['payload']) ? first['payload'] : title;
    return { kind: 'template', title, payload };
  });
}
