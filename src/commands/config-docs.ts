import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { envExample, withConfigTable } from '../core/config/index.js';

const root = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** `npm run docs:config`: writes what the documentation says of the environment from the schema of the environment. */
writeFileSync(root('README.md'), withConfigTable(readFileSync(root('README.md'), 'utf8')));
writeFileSync(root('.env.example'), envExample());
process.stdout.write('wrote the configuration table of README.md, and .env.example\n');
