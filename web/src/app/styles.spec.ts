import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
const STYLES = join(import.meta.dirname, '../../../node_modules/@mantine/core/styles');

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.spec|\.gen)\.tsx?$/.test(name))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'));

/** Parts of Mantine's core that the app imports. */
const imported = files.flatMap((text) =>
  [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  ),
);

describe("Mantine's styles", () => {
  it('are imported for each part in use', () => {
    const parts = new Set(imported.filter((name) => existsSync(join(STYLES, `${name}.css`))));
    // A text input has the styles of all inputs.
    const styled = new Set(files.flatMap((text) => [...text.matchAll(/styles\/(\w+)\.css/g)].map(([, name]) => name)));
    expect([...parts].filter((name) => !styled.has(name))).toEqual([]);
    if (imported.some((name) => /Input$|^Select$|^Textarea$/.test(name))) expect(styled).toContain('Input');
  });
});
