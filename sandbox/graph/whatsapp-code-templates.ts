/** Templates of the category AUTHENTICATION, whose button copies the code. */
import { isObject, isText, type JsonObject } from '../json.ts';
import { invalidParam, whatsappError } from './errors.ts';
import { onlyKeys } from './params.ts';

const MAX_CODE_CHARACTERS = 15;

/** The body and the button need the code, and nothing else is allowed. */
export function assertCodeComponents(components: readonly JsonObject[], toPhone: boolean): void {
  if (!toPhone) {
    throw whatsappError(
      131062,
      'Business-scoped user ID (BSUID) recipients are not supported for this message',
      'Authentication templates are sent to phone numbers',
    );
  }
  const [body, button, ...surplus] = [...components].sort(bodyFirst);
  if (body?.['type'] !== 'body' || surplus.length > 0) {
    throw invalidParam('Param template[components] must be one body and one button');
  }
  onlyKeys(body, ['type', 'parameters'], 'template[components][body]');
  if (button?.['type'] !== 'button' || button['sub_type'] !== 'url' || button['index'] !== '0') throw noButton();
  const code = codeIn(body);
  if (codeIn(button) !== code) throw badCode('the code of the button is not the code of the body');
  if (code.length > MAX_CODE_CHARACTERS) throw badCode(`a code has at most ${MAX_CODE_CHARACTERS} characters`);
}

function bodyFirst(a: JsonObject, b: JsonObject): number {
  return Number(b['type'] === 'body') - Number(a['type'] === 'body');
}

function codeIn(component: JsonObject): string {
  const parameters: unknown = component['parameters'];
  const list: readonly unknown[] = Array.isArray(parameters) ? parameters : [];
  const [parameter] = list;
  if (!isObject(parameter)) throw noButton();
  onlyKeys(parameter, ['type', 'text'], 'template[components][parameters]');
  const { type, text } = parameter;
  if (type !== 'text' || !isText(text) || list.length > 1) {
    throw whatsappError(132012, 'Parameter format does not match', 'the code must be one {type: "text", text}');
  }
  return text;
}

function noButton(): Error {
  const details = 'buttons: Button at index 0 of type Url requires a parameter';
  return whatsappError(131008, 'Required parameter is missing', details);
}

function badCode(details: string): Error {
  return whatsappError(131009, 'Parameter value is not valid', details);
}
