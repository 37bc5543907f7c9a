/**
 * Builds the staff web app, its service worker and the page of visitors into web/dist: Mantine's variables as a CSS file,
 * Vite's builds, and a compressed copy of each text file, so that the API serves files as they lie there. A running API may
 * serve the folder meanwhile.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CACHE, ROOT } from './setup.mjs';
import { compressAll, publish } from './web-dist.mjs';
import { writeThemeCss } from './web-theme.mjs';

const BUILD = join(CACHE, 'web-build');

await writeThemeCss();
for (const [config, emptyOutDir] of [
  ['web/vite.config.ts', true],
  ['web/vite.book.config.ts', false],
  ['web/vite.sw.config.ts', false],
]) {
  await build({ configFile: join(ROOT, config), logLevel: 'error', build: { outDir: BUILD, emptyOutDir } });
}
compressAll(BUILD);
publish(BUILD, join(ROOT, 'web/dist'));
rmSync(BUILD, { recursive: true });
