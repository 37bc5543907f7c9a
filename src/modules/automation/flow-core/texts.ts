import type { FlowFacts, Json, PetFacts } from './core.types.js';

/** The longest text that goes to a customer, and the longest value elsewhere, in UTF-16 units. */
const MAX_OUTPUT = 4_096;
/** A URL, header or body may not be cut, so a longer one is refused. */
const MAX_ELSEWHERE = 64 * 1024;

/** Where a filled text goes: it decides how values are escaped. */
export type Sink = 'text' | 'url' | 'json' | 'header';

/** The values of `{{path}}`, by the first part of the path. */
export type TemplateValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A text that may not be sent as it was filled, for instance a header with a line break. */
export class FillError extends Error {
  readonly code: 'BAD_HEADER' | 'TEXT_TOO_LONG';

  constructor(code: 'BAD_HEADER' | 'TEXT_TOO_LONG') {
    super(code);
    this.code = code;
  }
}

const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w.-]*)\s*(?:\|([^{}]*))?\}\}/g;
const BRACES = /\{\{([^{}]*)\}\}/g;
/** All but tab and line break. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// eslint-disable-next-line no-control-regex
const NOT_IN_HEADERS = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * Fills `{{path}}` and `{{path|default}}` in one pass; a value is never filled again. In `json` a placeholder between quotes gets the
 * content of a string, any other placeholder gets a whole JSON value. `{{secret.NAME}}` stays in `header` and is empty elsewhere.
 * @throws FillError for a header with a line break or with a secret that only a value names, and for a URL, header or body of more than 64 KiB
 */
export function fill(template: string, values: TemplateValues, sink: Sink): string {
  if (!template.includes('{{')) return finished(template, sink);
  let output = '';
  let end = 0;
  let isQuoted = false;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const before = template.slice(end, match.index);
    if (sink === 'json') isQuoted = endsQuoted(before, isQuoted);
    output += before + filled(match, values, sink, isQuoted);
    end = match.index + match[0].length;
    if (output.length > MAX_ELSEWHERE) break;
  }
  const whole = output + template.slice(end);
  if (sink === 'header' && namesOtherSecret(whole, template)) throw new FillError('BAD_HEADER');
  return finished(whole, sink);
}

/** Braces around a placeholder could make a secret of its value. */
function namesOtherSecret(output: string, template: string): boolean {
  const named = variablesIn(template);
  return variablesIn(output).some((path) => path.startsWith('secret.') && !named.includes(path));
}

function finished(output: string, sink: Sink): string {
  if (sink === 'text') return cut(output.replace(CONTROLS, ''), MAX_OUTPUT);
  if (output.length > MAX_ELSEWHERE) throw new FillError('TEXT_TOO_LONG');
  if (sink === 'header' && NOT_IN_HEADERS.test(output)) throw new FillError('BAD_HEADER');
  return output;
}

function filled([, path = '', other]: RegExpExecArray, values: TemplateValues, sink: Sink, isQuoted: boolean): string {
  if (path.startsWith('secret.')) return sink === 'header' ? `{{${path}}}` : '';
  const value = valueAt(values, path);
  const isMissing = value === undefined || value === null || value === '';
  if (sink === 'json' && !isQuoted) return isMissing ? jsonOf(other) : JSON.stringify(value);
  return escaped(cut(isMissing ? (other ?? '') : inWords(value), MAX_OUTPUT), sink);
}

/** A default outside quotes: `0` and `true` are not strings there. */
function jsonOf(other = 'null'): string {
  return /^(-?(0|[1-9]\d*)(\.\d+)?|true|false|null)$/.test(other) ? other : JSON.stringify(other);
}

function escaped(value: string, sink: Sink): string {
  switch (sink) {
    case 'text':
      return value;
    case 'url':
      return encodeURIComponent(value.toWellFormed());
    case 'json':
      return JSON.stringify(value.toWellFormed()).slice(1, -1);
    case 'header':
      // The adapter fills in secrets later, so a customer's `{{secret.X}}` may not reach it.
      return value.replace(/[{}]/g, '');
  }
}

/** Whether the end of `text` is inside a JSON string. */
function endsQuoted(text: string, isQuoted: boolean): boolean {
  let quoted = isQuoted;
  for (let index = 0; index < text.length; index++) {
    if (quoted && text[index] === '\\') index++;
    else if (text[index] === '"') quoted = !quoted;
  }
  return quoted;
}

/** The paths that a template names, each once. */
export function variablesIn(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(PLACEHOLDER), ([, path = '']) => path))];
}

/** The paths of a template, and the content of braces that are not a valid placeholder. */
export function placesIn(template: string): string[] {
  const others = Array.from(template.matchAll(BRACES), ([place, content = '']) => ({ place, content: content.trim() }));
  const wrong = others.filter(({ place }) => variablesIn(place).length === 0).map(({ content }) => content);
  return [...variablesIn(template), ...wrong];
}

export function withoutPlaces(template: string): string {
  return template.replace(PLACEHOLDER, '');
}

/** The whole value of a template that is one `{{path}}` and nothing else; undefined for any other template. */
export function soleValue(template: string, values: TemplateValues): Json | undefined {
  const [match] = template.trim().matchAll(PLACEHOLDER);
  if (!match || match[0] !== template.trim() || match[2] !== undefined) return undefined;
  return valueAt(values, match[1] ?? '');
}

/** Looks up own properties only, so `constructor` and `__proto__` are not found. */
export function valueAt(values: TemplateValues, path: string): Json | undefined {
  let value: unknown = values;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value as Json;
}

/** A value as a customer reads it: an object by its label, a list as its items with commas between them. */
export function inWords(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  const label = Object.hasOwn(value, 'label') ? (value as { label: Json }).label : null;
  return typeof label === 'string' ? label : JSON.stringify(value);
}

export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isPairCut = /[\ud800-\udbff]/.test(text[length - 1] ?? '');
  return text.slice(0, isPairCut ? length - 1 : length);
}

const NO_PET: Pick<PetFacts, 'name' | 'species' | 'breed' | 'weight_kg'> = {
  name: '',
  species: null,
  breed: null,
  weight_kg: null,
};

/** The values that templates may use. `pet` is the first pet of the facts. */
export function templateValues(facts: FlowFacts, vars: Readonly<Record<string, Json>>): TemplateValues {
  const { contact, company, appointment } = facts;
  const { name, species, breed, weight_kg } = facts.pets[0] ?? NO_PET;
  const { full_name, phone, email } = contact;
  return {
    contact: { full_name, first_name: /\S+/.exec(full_name)?.[0] ?? '', phone, email },
    pet: { name, species, breed, weight_kg },
    company: { name: company.name, phone: company.phone },
    appointment: appointment
      ? { service: appointment.service, date: appointment.date, time: appointment.time, staff: appointment.staff }
      : {},
    message: { text: facts.last_text },
    vars,
  };
}

/** The paths of `templateValues` without those of `vars`. */
export const FACT_PATHS: readonly string[] = [
  'contact.full_name',
  'contact.first_name',
  'contact.phone',
  'contact.email',
  'pet.name',
  'pet.species',
  'pet.breed',
  'pet.weight_kg',
  'company.name',
  'company.phone',
  'appointment.service',
  'appointment.date',
  'appointment.time',
  'appointment.staff',
  'message.text',
];
