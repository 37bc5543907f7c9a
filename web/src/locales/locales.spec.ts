import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (language: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, language, file), 'utf8')) as Record<string, unknown>;

/** The keys of a dictionary as paths. Forms of one plural are one key: languages have different ones. */
function keysOf(entries: Record<string, unknown>, path = ''): string[] {
  const keys = Object.entries(entries).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${path}${name.replace(/_(one|many|other)$/, '')}`]
      : keysOf(value as Record<string, unknown>, `${path}${name}.`),
  );
  return [...new Set(keys)].sort();
}

/** The names between double braces in each text. */
function placeholdersOf(entries: Record<string, unknown>, path = ''): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(entries)) {
    if (typeof value === 'string') found[`${path}${name}`] = (value.match(/\{\{\w+\}\}/g) ?? []).sort();
    else Object.assign(found, placeholdersOf(value as Record<string, unknown>, `${path}${name}.`));
  }
  return found;
}

const files = readdirSync(join(import.meta.dirname, 'en')).filter((name) => name.endsWith('.json'));

describe.each(files)('the words of %s', (file) => {
  it('have the same keys in both languages', () => {
    expect(keysOf(read('pt-BR', file))).toEqual(keysOf(read('en', file)));
  });

  it('have the same placeholders in both languages', () => {
    const english = placeholdersOf(read('en', file));
    const portuguese = placeholdersOf(read('pt-BR', file));
    for (const [key, names] of Object.entries(english)) expect([key, portuguese[key]]).toEqual([key, names]);
  });

  it('have every plural form of each language', () => {
    for (const [language, forms] of [
      ['en', ['one', 'other']],
      ['pt-BR', ['one', 'many', 'other']],
    ] as const) {
      const names = Object.keys(placeholdersOf(read(language, file)));
      const plurals = new Set(names.filter((name) => name.endsWith('_other')).map((name) => name.slice(0, -6)));
      for (const plural of plurals) {
        expect(names).toEqual(expect.arrayContaining(forms.map((form) => `${plural}_${form}`)));
      }
    }
  });
});
