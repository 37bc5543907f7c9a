/**
 * Lets plain Node run the product's sources with their decorators: as resolve-typescript, and every source is compiled as
 * the build compiles it. Import this file first, then the sources dynamically.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, type Options, version } from '@swc/core';
import './resolve-typescript.ts';

const CACHE = fileURLToPath(new URL('../../.cache/sources', import.meta.url));
const COMPILED = fileURLToPath(new URL('../../.cache/compiled', import.meta.url));
const swcrc = readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8');
const { exclude: _buildOnly, ...swc } = JSON.parse(swcrc) as Options;

/** The files with the source maps, by the address of each source that this process has loaded. */
export const sourceMaps = new Map<string, string>();

mkdirSync(CACHE, { recursive: true });
// Node writes it when the process ends; a process that is to be killed calls flushCompileCache() once it has loaded.
enableCompileCache(COMPILED);
registerHooks({
  load(url, context, nextLoad) {
    if (!/\.ts(\?|$)/.test(url) || url.includes('/node_modules/')) return nextLoad(url, context);
    return { format: 'module', source: compiled(url), shortCircuit: true };
  },
});

/** Compiles a source, or takes what any process has compiled of it before. */
function compiled(url: string): string {
  const filename = fileURLToPath(url);
  const text = readFileSync(filename, 'utf8');
  const hash = createHash('sha1').update([version, swcrc, filename, text].join('\0')).digest('hex');
  const file = join(CACHE, `${hash}.js`);
  const map = `${file}.map`;
  sourceMaps.set(url, map);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const output = transformSync(text, { ...swc, filename, swcrc: false, sourceMaps: true });
  // The map first: whoever finds the code has its map.
  writeWhole(map, output.map ?? '');
  writeWhole(file, output.code);
  return output.code;
}

/** Other processes see all of the file or nothing. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
