/** Moves a finished build of the web app to where a running API may be serving an older one. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ASSETS = 'assets';
const MANIFESTS = ['.vite/manifest.json', '.vite/book-manifest.json'];
const TEXT_FILE = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const COPY_SUFFIXES = ['', '.gz', '.br'];
/** A tab that was opened before the build still asks for the files of its own build. */
const OLD_FILES_KEPT_MS = 7 * 24 * 60 * 60_000;

/** Writes a compressed copy of each text file of a build, so that the API compresses nothing. */
export function compressAll(build) {
  for (const path of filesIn(build)) {
    if (!TEXT_FILE.test(path) || path.includes('/.vite/')) continue;
    const text = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    );
  }
}

/**
 * Moves the files of a build into a folder. The pages come last, so they never name a file that is not there yet.
 * Assets of earlier builds stay for a week after the build that replaces them.
 *
 * @param {string} build on the same file system as `folder`; it is empty afterwards
 */
export function publish(build, folder) {
  startKeepingTime(folder);
  const isPage = (path) => /^(index|book)\.html/.test(relative(build, path));
  const files = filesIn(build);
  for (const path of [...files.filter((file) => !isPage(file)), ...files.filter(isPage)]) {
    const target = join(folder, relative(build, path));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(path, target);
  }
  for (const path of filesIn(join(folder, ASSETS))) {
    if (Date.now() - statSync(path).mtimeMs > OLD_FILES_KEPT_MS) rmSync(path);
  }
}

/** Sets the dates of the replaced build to now, so that its files are kept for a week. */
function startKeepingTime(folder) {
  const manifests = MANIFESTS.map((name) => join(folder, name)).filter(existsSync);
  const chunks = manifests.flatMap((manifest) => Object.values(JSON.parse(readFileSync(manifest, 'utf8'))));
  const names = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const paths = names.flatMap((name) => COPY_SUFFIXES.map((suffix) => join(folder, `${name}${suffix}`)));
  for (const path of paths.filter(existsSync)) utimesSync(path, new Date(), new Date());
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
