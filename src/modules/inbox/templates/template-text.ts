import type { TemplateParameter } from '../message-log/index.js';

export const BUTTON_TYPES = ['quick_reply', 'url', 'phone_number'] as const;

export interface TemplateButton {
  readonly type: (typeof BUTTON_TYPES)[number];
  readonly text: string;
  /** May end with the variable `{{1}}`. */
  readonly url?: string;
  readonly phone_number?: string;
}

/** The parts of a template. Texts have variables such as `{{1}}` or `{{pet_name}}`. */
export interface TemplateComponents {
  readonly header: string | null;
  readonly body: string;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
}

export interface TemplateVariable {
  /** `1` or `pet_name` in the body, `header.1` in the header, `button.0` in the link of the first button. */
  readonly key: string;
  readonly place: TemplateParameter['place'];
  /** The text between the braces. */
  readonly name: string;
  /** The place of the button, from 0. */
  readonly index?: number;
  readonly example: string;
}

export type TemplateValues = Readonly<Record<string, string>>;

const VARIABLE = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const NUMBER = /^\d+$/;

/** The variables in a text, each once; numbers are sorted. */
export function variableNamesIn(text: string): string[] {
  const names = [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
  return names.every((name) => NUMBER.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** @param exampleOf returns the example of a key */
export function variablesOf(
  { header, body, buttons }: TemplateComponents,
  exampleOf: (key: string) => string | undefined,
): TemplateVariable[] {
  const of = (place: TemplateVariable['place'], text: string, keyOf: (name: string) => string, index?: number) =>
    variableNamesIn(text).map((name): TemplateVariable => {
      const key = keyOf(name);
      return { key, place, name, ...(index === undefined ? {} : { index }), example: exampleOf(key) ?? '' };
    });
  return [
    ...of('header', header ?? '', (name) => `header.${name}`),
    ...of('body', body, (name) => name),
    ...buttons.flatMap(({ url = '' }, index) => of('button', url, () => `button.${index}`, index)),
  ];
}

/** The text that the customer reads above the buttons. */
export function renderedText({ header, body, footer }: TemplateComponents, values: TemplateValues): string {
  const parts = [fill(header ?? '', 'header.', values), fill(body, '', values), footer ?? ''];
  return parts.filter((part) => part !== '').join('\n\n');
}

export function renderedBody({ body }: TemplateComponents, values: TemplateValues): string {
  return fill(body, '', values);
}

/** The values for the provider, in the order of the text. */
export function parametersOf(variables: readonly TemplateVariable[], values: TemplateValues): TemplateParameter[] {
  return variables.map(({ key, place, name, index }) => ({
    place,
    text: values[key] ?? '',
    ...(NUMBER.test(name) ? {} : { name }),
    ...(index === undefined ? {} : { index }),
  }));
}

function fill(text: string, prefix: string, values: TemplateValues): string {
  return text.replace(VARIABLE, (_, name: string) => values[prefix + name] ?? '');
}
