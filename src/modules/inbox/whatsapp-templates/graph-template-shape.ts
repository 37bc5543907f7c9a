import {
  type NewTemplate,
  type ProviderTemplate,
  type TemplateButton,
  type TemplateComponents,
  type TemplateValues,
  variableNamesIn,
  variablesOf,
} from '../templates/index.js';

type Node = Readonly<Record<string, unknown>>;

const STATUSES = new Map<string, ProviderTemplate['status']>([
  ['APPROVED', 'approved'],
  ['PENDING', 'pending'],
  ['IN_APPEAL', 'pending'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
]);
const BUTTON_TYPES = new Map<unknown, TemplateButton['type']>([
  ['QUICK_REPLY', 'quick_reply'],
  ['URL', 'url'],
  ['PHONE_NUMBER', 'phone_number'],
]);
const CATEGORIES: readonly string[] = ['utility', 'marketing', 'authentication'];
const QUALITIES: readonly string[] = ['green', 'yellow', 'red'];
const NUMBER = /^\d+$/;

/** Reads a node of Meta's list; undefined for an unreadable one. */
export function readTemplate(node: Node): ProviderTemplate | undefined {
  const [id, name, language] = [textOf(node['id']), textOf(node['name']), textOf(node['language'])];
  const parts = nodesOf(node['components']);
  const body = textOf(partOf(parts, 'BODY')?.['text']);
  if (!id || !name || !language || body === undefined) return undefined;
  const buttons = nodesOf(partOf(parts, 'BUTTONS')?.['buttons']);
  const components: TemplateComponents = {
    header: textOf(partOf(parts, 'HEADER')?.['text']) ?? null,
    body,
    footer: textOf(partOf(parts, 'FOOTER')?.['text']) ?? null,
    buttons: buttons.flatMap(readButton),
  };
  const category = wordOf(node['category']);
  const reason = textOf(node['rejected_reason']);
  const quality = wordOf((node['quality_score'] as Node | undefined)?.['score']);
  const examples = examplesIn(parts, buttons);
  return {
    external_id: id,
    name,
    language,
    status: STATUSES.get(textOf(node['status']) ?? '') ?? 'other',
    category: (CATEGORIES.includes(category) ? category : 'marketing') as ProviderTemplate['category'],
    quality: (QUALITIES.includes(quality) ? quality : 'unknown') as ProviderTemplate['quality'],
    rejected_reason: reason === undefined || reason === 'NONE' ? null : reason,
    components,
    variables: variablesOf(components, (key) => examples[key]),
    unsupported: unsupportedIn(parts, buttons, category),
  };
}

/** The body of `POST /{waba}/message_templates`. */
export function creationBody({ name, language, category, components, examples }: NewTemplate): Node {
  const { header, body, footer, buttons } = components;
  const names = [...variableNamesIn(header ?? ''), ...variableNamesIn(body)];
  const isNamed = names.some((one) => !NUMBER.test(one));
  return {
    name,
    language,
    category: category.toUpperCase(),
    parameter_format: isNamed ? 'NAMED' : 'POSITIONAL',
    components: [
      ...(header === null
        ? []
        : [{ type: 'HEADER', format: 'TEXT', text: header, ...exampleOf('header_text', header, 'header.', examples) }]),
      { type: 'BODY', text: body, ...exampleOf('body_text', body, '', examples) },
      ...(footer === null ? [] : [{ type: 'FOOTER', text: footer }]),
      ...(buttons.length === 0
        ? []
        : [
            {
              type: 'BUTTONS',
              buttons: buttons.map((button, index) => newButton(button, examples[`button.${index}`])),
            },
          ]),
    ],
  };
}

function exampleOf(stem: string, text: string, prefix: string, examples: TemplateValues): Node {
  const names = variableNamesIn(text);
  if (names.length === 0) return {};
  const values = names.map((name) => examples[prefix + name] ?? '');
  if (names.every((name) => NUMBER.test(name))) {
    return { example: { [stem]: stem === 'body_text' ? [values] : values } };
  }
  const named = names.map((param_name, index) => ({ param_name, example: values[index] }));
  return { example: { [`${stem}_named_params`]: named } };
}

function newButton({ type, text, url, phone_number }: TemplateButton, example: string | undefined): Node {
  if (type === 'phone_number') return { type: 'PHONE_NUMBER', text, phone_number };
  if (type === 'quick_reply') return { type: 'QUICK_REPLY', text };
  const filled = example === undefined ? {} : { example: [(url ?? '').replace('{{1}}', example)] };
  return { type: 'URL', text, url, ...filled };
}

function readButton(button: Node): TemplateButton[] {
  const type = BUTTON_TYPES.get(button['type']);
  const text = textOf(button['text']) ?? '';
  const [url, phone] = [textOf(button['url']), textOf(button['phone_number'])];
  return type ? [{ type, text, ...(url && { url }), ...(phone && { phone_number: phone }) }] : [];
}

function unsupportedIn(
  parts: readonly Node[],
  buttons: readonly Node[],
  category: string,
): ProviderTemplate['unsupported'] {
  if (category === 'authentication') return 'code';
  const format = partOf(parts, 'HEADER')?.['format'];
  if (format !== undefined && format !== 'TEXT') return 'media_header';
  const isKnown = parts.every(({ type }) => ['HEADER', 'BODY', 'FOOTER', 'BUTTONS'].includes(textOf(type) ?? ''));
  return isKnown && buttons.every(({ type }) => BUTTON_TYPES.has(type)) ? null : 'unknown_part';
}

/** The examples, by the keys of the variables. */
function examplesIn(parts: readonly Node[], buttons: readonly Node[]): Record<string, string> {
  const examples: Record<string, string> = {};
  const note = (key: string, value: unknown): void => {
    const text = textOf(value);
    if (text !== undefined) examples[key] = text;
  };
  for (const [type, stem, prefix] of [
    ['HEADER', 'header_text', 'header.'],
    ['BODY', 'body_text', ''],
  ] as const) {
    const example = (partOf(parts, type)?.['example'] ?? {}) as Node;
    for (const { param_name, example: value } of nodesOf(example[`${stem}_named_params`])) {
      note(prefix + String(param_name), value);
    }
    const values = [example[stem]].flat(2);
    values.forEach((value, index) => note(`${prefix}${index + 1}`, value));
  }
  buttons.forEach(({ url, example }, index) => {
    const stem = (textOf(url) ?? '').replace('{{1}}', '');
    note(`button.${index}`, textOf([example].flat()[0])?.replace(stem, ''));
  });
  return examples;
}

function partOf(parts: readonly Node[], type: string): Node | undefined {
  return parts.find((part) => part['type'] === type);
}

function nodesOf(value: unknown): Node[] {
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  return members.filter((one): one is Node => typeof one === 'object' && one !== null);
}

function wordOf(value: unknown): string {
  return (textOf(value) ?? '').toLowerCase();
}

/** Meta sends ids as text or number. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
