import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { AppConfig } from './app-config.js';
import { envExample, withConfigTable } from './config-docs.js';
import { ENV_SCHEMA } from './env-schema.js';

const read = (name: string): string => readFileSync(resolve(name), 'utf8');

describe('configuration documents', () => {
  it('agree with the schema (to repair, run "npm run build && npm run docs:config")', () => {
    const page = read('docs/configuration.md');
    expect(page).toBe(withConfigTable(page));
    expect(read('.env.example')).toBe(envExample());
  });

  it('name every variable', () => {
    const names = [...envExample().matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(ENV_SCHEMA).sort());
  });

  it('have examples with which the product starts', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-env-'));
    try {
      const values = parseEnv(read('.env.example').replace(/^#(?=[A-Z0-9_]+=)/gm, '')) as Record<string, string>;
      expect(Object.keys(values).sort()).toEqual(Object.keys(ENV_SCHEMA).sort());
      const config = AppConfig.load({ ...values, DATA_DIR: dataDir });
      expect(config).toMatchObject({ host: '127.0.0.1', frontendUrl: 'http://localhost:4000', sandbox: true });
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  it('need marks around the table', () => {
    expect(() => withConfigTable('# PetBuddy')).toThrow('no marks');
  });
});
