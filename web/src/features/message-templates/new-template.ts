import type { Schemas } from '#web/lib/api/client.ts';
import { keysOf } from './template-text.ts';
import type { TemplateValues } from './templates-queries.ts';

/** A button in the form; `value` is the address or the phone number. */
export interface NewButton {
  type: Schemas['TemplateButtonDto']['type'];
  text: string;
  value: string;
}

export interface FormValues {
  channel_id: string;
  name: string;
  language: string;
  category: TemplateValues['category'];
  header: string;
  body: string;
  footer: string;
  buttons: NewButton[];
  /** By the key of the variable. Keys that the text no longer has are not sent. */
  examples: Record<string, string>;
}

export const EMPTY_TEMPLATE: FormValues = {
  channel_id: '',
  name: '',
  language: 'en_US',
  category: 'utility',
  header: '',
  body: '',
  footer: '',
  buttons: [],
  examples: {},
};

export function toBody({ header, footer, buttons, examples, ...values }: FormValues): TemplateValues {
  const keys = keysOf(header, values.body, buttons.map(linkOf));
  const given = keys.map((key): [string, string] => [key, examples[key] ?? '']);
  return {
    ...values,
    ...(header.trim() === '' ? {} : { header: header.trim() }),
    ...(footer.trim() === '' ? {} : { footer: footer.trim() }),
    ...(buttons.length === 0 ? {} : { buttons: buttons.map(toButton) }),
    examples: Object.fromEntries(given),
  };
}

export const linkOf = ({ type, value }: NewButton): string => (type === 'url' ? value : '');

function toButton({ type, text, value }: NewButton): Schemas['TemplateButtonDto'] {
  if (type === 'url') return { type, text, url: value.trim() };
  return type === 'phone_number' ? { type, text, phone_number: value.trim() } : { type, text };
}
