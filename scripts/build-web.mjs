/**
 * Builds the staff web app into web/dist: Mantine's variables as a CSS file, Vite's build, and a compressed copy of each
 * text file, so that the API serves files as they lie there.
 */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { writeThemeCss } from './web-theme.mjs';
import { ROOT } from './setup.mjs';

const DIST = join(ROOT, 'web/dist');
const TEXT_FILE = /\.(js|css|html|svg|json|webmanifest|txt)$/;
/** A tab that was opened before an update still asks for the files of its build. */
const OLD_FILES_KEPT_MS = 24 * 60 * 60_000;

await writeThemeCss();
await build({ configFile: join(ROOT, 'web/vite.config.ts'), logLevel: 'error' });
removeOldAssets();
compressAll(DIST);

function removeOldAssets() {
  const manifest = Object.values(JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')));
  const current = new Set(manifest.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]));
  for (const name of readdirSync(join(DIST, 'assets'))) {
    const path = join(DIST, 'assets', name);
    const isCurrent = current.has(`assets/${name.replace(/\.(br|gz)$/, '')}`);
    if (isCurrent) utimesSync(path, new Date(), new Date());
    else if (Date.now() - statSync(path).mtimeMs > OLD_FILES_KEPT_MS) rmSync(path);
  }
}

function compressAll(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !TEXT_FILE.test(entry.name) || path.includes('/.vite/')) continue;
    const text = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    );
  }
}
