import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app/app.module.js';
import { boot, BootError } from '../core/boot/index.js';
import { AppConfig } from '../core/config/index.js';
import { setApiPrefix } from '../core/http/index.js';
import { createOpenApiDocument } from '../app/openapi-document.js';

const FILE = fileURLToPath(new URL('../../openapi.json', import.meta.url));
/** The routes are read from the classes alone, so nothing is ever connected. */
const NO_DATABASE = { uri: 'mongodb://localhost/none', writeConcern: {}, close: () => Promise.resolve() };

/** `npm run openapi` writes openapi.json; `npm run openapi -- --check` fails if the file is out of date. */
await boot('The OpenAPI writer', async () => {
  const current = await renderDocument();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, current);
    process.stdout.write(`wrote ${FILE}\n`);
    return;
  }
  if (readFileSync(FILE, 'utf8') !== current) {
    throw new BootError(
      'openapi.json is not what the code says: run "npm run build && npm run openapi", and commit it.',
    );
  }
});

async function renderDocument(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-openapi-'));
  try {
    const config = AppConfig.load({ NODE_ENV: 'test', DATA_DIR: dataDir });
    const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, NO_DATABASE), {
      preview: true,
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    setApiPrefix(app);
    return `${JSON.stringify(sortKeys(await createOpenApiDocument(app)), null, 2)}\n`;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Sorted keys keep the differences between versions small. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
