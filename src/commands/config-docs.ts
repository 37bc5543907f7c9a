import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { envExample, withConfigTable } from '../core/config/index.js';

const root = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const page = root('docs/configuration.md');

/** `npm run docs:config`: writes the documentation of the environment variables. */
writeFileSync(page, withConfigTable(readFileSync(page, 'utf8')));
writeFileSync(root('.env.example'), envExample());
process.stdout.write('wrote the configuration table of docs/configuration.md, and .env.example\n');
