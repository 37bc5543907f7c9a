/**
 * A newer glibc for the sidecar alone, for systems with an older one (Debian 12, Ubuntu 22.04). Apt fetches libc6 of
 * a later release into `.cache/glibc` and works on private folders, so nothing on the system changes.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { newerRelease, renameSuite } from './apt-sources.js';

const APT_TIMEOUT_MS = 120_000;
const APT_SOURCES = ['/etc/apt/sources.list', '/etc/apt/sources.list.d'];

const PLATFORMS: Readonly<Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

const run = promisify(execFile);

interface ProcessReport {
  header: { glibcVersionRuntime?: string };
  sharedObjects: string[];
}

/** Arguments before `<node> <script>` that run Node on the private glibc; undefined if it is not installed. */
export function privateGlibcPrefix(): string[] | undefined {
  const platform = PLATFORMS[process.arch];
  const folder = cacheFolder();
  if (!platform || folder === undefined) return undefined;
  const libraries = join(folder, 'usr/lib', platform.triplet);
  const loader = join(libraries, platform.loader);
  if (!existsSync(loader)) return undefined;
  return [loader, '--library-path', [libraries, ...systemLibraryFolders()].join(':')];
}

export async function installPrivateGlibc(): Promise<boolean> {
  const target = cacheFolder();
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const release = newerRelease(osRelease);
  if (target === undefined || !release) return false;
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), 'download-'));
  try {
    await writeSources(join(work, 'sources'), release.current, release.next);
    const archive = await downloadLibc(work);
    await run('dpkg', ['-x', archive, join(work, 'root')], { timeout: APT_TIMEOUT_MS });
    await moveOnce(join(work, 'root'), target);
    return privateGlibcPrefix() !== undefined;
  } catch {
    return false;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** One folder for each system glibc: after an upgrade the system's own glibc is tried again. */
function cacheFolder(): string | undefined {
  const version = processReport().header.glibcVersionRuntime;
  return version === undefined ? undefined : join(projectRoot(), '.cache/glibc', `${process.arch}-on-${version}`);
}

function processReport(): ProcessReport {
  // Otherwise the report looks up the names of all peers. Node's types do not know the option yet.
  Object.assign(process.report, { excludeNetwork: true });
  return process.report.getReport() as ProcessReport;
}

function systemLibraryFolders(): string[] {
  const folders = processReport()
    .sharedObjects.filter((path) => path.startsWith('/') && basename(path).includes('.so'))
    .map(dirname);
  return [...new Set(folders)];
}

function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

async function writeSources(folder: string, current: string, next: string): Promise<void> {
  await mkdir(folder);
  for (const path of await sourceFiles()) {
    const renamed = renameSuite(path, await readFile(path, 'utf8'), current, next);
    if (renamed !== '') await writeFile(join(folder, basename(path)), renamed);
  }
}

async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(
    APT_SOURCES.map(async (path) => {
      const names = await readdir(path).catch(() => undefined);
      return names?.map((name) => join(path, name)) ?? [path];
    }),
  );
  const readable = await Promise.all(
    lists.flat().map(async (path) =>
      (await access(path).then(
        () => true,
        () => false,
      ))
        ? [path]
        : [],
    ),
  );
  return readable.flat().filter((path) => /\.(list|sources)$/.test(path));
}

async function downloadLibc(work: string): Promise<string> {
  const folders = { lists: join(work, 'lists'), cache: join(work, 'cache') };
  await mkdir(join(folders.lists, 'partial'), { recursive: true });
  await mkdir(join(folders.cache, 'archives/partial'), { recursive: true });
  const settings = [
    'Dir::Etc::sourcelist=/dev/null',
    `Dir::Etc::sourceparts=${join(work, 'sources')}`,
    'Dir::Etc::preferencesparts=/dev/null',
    `Dir::State::Lists=${folders.lists}`,
    'Dir::State::status=/dev/null',
    `Dir::Cache=${folders.cache}`,
    'Acquire::Languages=none',
    'Debug::NoLocking=true',
    // The user of apt may not write into our folders.
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
  const options = { cwd: work, timeout: APT_TIMEOUT_MS };
  // An update that fails for one source may still have brought the source with libc6.
  await run('apt-get', [...settings, 'update'], options).catch(() => undefined);
  await run('apt-get', [...settings, 'download', 'libc6'], options);
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download wrote no package');
  return join(work, archive);
}

async function moveOnce(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
