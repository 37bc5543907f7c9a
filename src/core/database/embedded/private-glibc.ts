/**
 * A newer glibc for the sidecar alone, for systems whose own is older than the engine needs (Debian 12, Ubuntu 22.04).
 *
 * The libc6 package of a later release is fetched by apt from the machine's own mirrors and unpacked into `.cache/glibc`;
 * the sidecar is then started by that glibc's loader. Nothing on the system changes: apt works on private folders.
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

/** How each architecture names its libraries' folder and its loader. */
const PLATFORMS: Readonly<Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

const run = promisify(execFile);

/** What `process.report` tells that matters here; Node's types call it `object`. */
interface ProcessReport {
  header: { glibcVersionRuntime?: string };
  sharedObjects: string[];
}

/** The words to put before `<node> <script>` so that Node runs on the private glibc; undefined where it is not there. */
export function privateGlibcPrefix(): string[] | undefined {
  const platform = PLATFORMS[process.arch];
  const folder = cacheFolder();
  if (!platform || folder === undefined) return undefined;
  const libraries = join(folder, 'usr/lib', platform.triplet);
  const loader = join(libraries, platform.loader);
  if (!existsSync(loader)) return undefined;
  return [loader, '--library-path', [libraries, ...systemLibraryFolders()].join(':')];
}

/** Fetches the private glibc; says whether it is there now. A machine without apt or without network gets false. */
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
    // Whatever apt had against it (no network, no such release, no apt): the caller tells what else can be done.
    return false;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** One folder a system glibc: after an upgrade of the system the engine is tried on the system's own again. */
function cacheFolder(): string | undefined {
  const version = processReport().header.glibcVersionRuntime;
  return version === undefined ? undefined : join(projectRoot(), '.cache/glibc', `${process.arch}-on-${version}`);
}

function processReport(): ProcessReport {
  // Without this the report looks up the names of all connections' peers. Node's types do not know it yet.
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

/** Downloads libc6 into `work` with apt's every folder inside it; returns the package's path. */
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
    // apt's own user may not write into our folders.
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
  const options = { cwd: work, timeout: APT_TIMEOUT_MS };
  // An update that fails for one of several sources may still have brought the one that has libc6.
  await run('apt-get', [...settings, 'update'], options).catch(() => undefined);
  await run('apt-get', [...settings, 'download', 'libc6'], options);
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download wrote no package');
  return join(work, archive);
}

/** Several processes may fetch it at once; the first to finish provides it. */
async function moveOnce(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
