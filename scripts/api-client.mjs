/**
 * Writes the types of the API from openapi.json to web/src/lib/api/api.gen.ts; packages/client imports them from there.
 * `--check` writes nothing and fails if they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { ROOT } from './setup.mjs';

const FILE = join(ROOT, 'web/src/lib/api/api.gen.ts');

const document = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8'));
const types = `/* Written by scripts/api-client.mjs from openapi.json. */\n${astToString(await openapiTS(document))}`;
if (!process.argv.includes('--check')) writeFileSync(FILE, types);
else if (types !== readFileSync(FILE, 'utf8')) {
  console.error('web/src/lib/api/api.gen.ts is out of date: run npm run api-client');
  process.exitCode = 1;
}
