import type { Template } from './templates-queries.ts';

type Components = Pick<Template['components'], 'header' | 'body' | 'footer'>;
type Variable = Pick<Template['variables'][number], 'key'>;

const VARIABLE = /\{\{\s*([^{}\s]+)\s*\}\}/g;

function variableNames(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
}

/** Fills in the values. A variable without a value stays as it is. */
export function filledParts(
  { header, body, footer }: Components,
  values: Readonly<Record<string, string>>,
): Components {
  const fill = (text: string, prefix: string) =>
    text.replace(VARIABLE, (variable, name: string) => values[prefix + name]?.trim() || variable);
  return { header: header && fill(header, 'header.'), body: fill(body, ''), footer };
}

/** Makes the same text as the server. */
export function filledText(components: Components, values: Readonly<Record<string, string>>): string {
  const { header, body, footer } = filledParts(components, values);
  return [header, body, footer].filter(Boolean).join('\n\n');
}

/** The keys of the variables of a new template. */
export function keysOf(header: string, body: string, links: readonly string[]): string[] {
  return [
    ...variableNames(header).map((name) => `header.${name}`),
    ...variableNames(body),
    ...links.flatMap((url, index) => (url.includes('{{1}}') ? [`button.${index}`] : [])),
  ];
}

interface Known {
  contact: string;
  pet: string | undefined;
}

/** Guesses values from the names of variables. `{{1}}` mostly means the customer. */
export function knownValues(variables: readonly Variable[], { contact, pet }: Known): Record<string, string> {
  const [firstName = contact] = contact.split(' ');
  return Object.fromEntries(
    variables.map(({ key }) => {
      const name = key.replace('header.', '').toLowerCase();
      if (/pet|animal|dog|cat/.test(name)) return [key, pet ?? ''];
      const isCustomer = name === '1' || /customer|client|contact|tutor|owner|first_?name|^name$|^nome$/.test(name);
      return [key, isCustomer ? firstName : ''];
    }),
  );
}
