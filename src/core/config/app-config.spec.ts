import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppConfig } from './app-config.js';
import { ENV_SCHEMA } from './env-schema.js';

describe('the address to listen on', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'petbuddy-config-'));
  afterAll(() => rmSync(DATA_DIR, { recursive: true }));

  const secrets = Object.fromEntries(
    Object.entries(ENV_SCHEMA)
      .filter(([, variable]) => 'requiredInProduction' in variable)
      .map(([name]) => [name, name === 'ENCRYPTION_KEY' ? Buffer.alloc(32).toString('base64') : 'x'.repeat(32)]),
  );

  it.each([
    ['development', undefined, '127.0.0.1'],
    ['production', undefined, '0.0.0.0'],
    ['development', '0.0.0.0', '0.0.0.0'],
    ['production', '::', '::'],
  ])('in %s with HOST %s is %s', (NODE_ENV, HOST, host) => {
    const source = { ...secrets, DATA_DIR, NODE_ENV, ...(HOST && { HOST }) };
    expect(AppConfig.load(source).host).toBe(host);
  });
});
