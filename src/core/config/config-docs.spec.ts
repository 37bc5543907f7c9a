import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { envExample, withConfigTable } from './config-docs.js';
import { ENV_SCHEMA } from './env-schema.js';

const read = (name: string): string => readFileSync(resolve(name), 'utf8');

describe('what the documentation says of the environment', () => {
  it('is what the schema says; otherwise run "npm run build && npm run docs:config"', () => {
    const readme = read('README.md');
    expect(readme).toBe(withConfigTable(readme));
    expect(read('.env.example')).toBe(envExample());
  });

  it('names every variable', () => {
    const names = [...envExample().matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(ENV_SCHEMA).sort());
  });

  it('refuses a README without a place for the table', () => {
    expect(() => withConfigTable('# PetBuddy')).toThrow('no marks');
  });
});
