/**
 * Sets up a clone: dependencies, build, embedded database, tools of the tests. A finished step takes no time.
 * Needs only Node 20 or later, since it installs the dependencies. `node scripts/setup.mjs` runs all steps; other
 * scripts import some.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromiumPath } from './chromium.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const CACHE = join(ROOT, '.cache');
/** A link to the Node that runs everything but these scripts; npm scripts find it first on their path. */
export const PINNED_NODE = join(ROOT, 'node_modules/.bin/node');

const MIN_NODE_MAJOR = 24;

const MINUTE_MS = 60_000;
const INSTALL_TIMEOUT_MS = 15 * MINUTE_MS;
const BUILD_TIMEOUT_MS = 10 * MINUTE_MS;
const ENGINE_TIMEOUT_MS = 5 * MINUTE_MS;
const APT_TIMEOUT_MS = 5 * MINUTE_MS;

const MAX_OUTPUT_LINES = 60;

/** The `stamp` file holds the hash of the inputs of the last finished build. */
const BUILDS = [
  {
    name: 'the API',
    script: 'build',
    inputs: ['src', 'tsconfig.json', 'tsconfig.build.json', '.swcrc', 'nest-cli.json', 'package-lock.json'],
    stamp: 'dist/.petbuddy-stamp',
  },
  {
    name: 'the web app',
    script: 'build:web',
    inputs: ['web', 'scripts/build-web.mjs', 'scripts/web-dist.mjs', 'scripts/web-theme.mjs', 'package-lock.json'],
    stamp: 'web/dist/.petbuddy-stamp',
  },
];

/** Tests are not built, and the build writes src/metadata.ts and web/dist. */
const NOT_BUILT = /(\.spec|-spec)\.ts$|^src\/metadata\.ts$|^web\/(dist|e2e)\//;

/** The message is all that the user needs to see. */
export class SetupError extends Error {
  /** @param {string} output all that a failed command has printed */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** Installs if dependencies are missing or package-lock.json has changed. */
export async function ensureInstalled() {
  const stamp = join(ROOT, 'node_modules/.petbuddy-stamp');
  const wanted = `${hashOf(['package.json', 'package-lock.json'])} ${process.platform}-${process.arch}`;
  if (!isCurrent(stamp, wanted)) await step('installing dependencies', install);
  // The link is broken after the machine's Node was removed.
  if (isCurrent(stamp, wanted) && existsSync(PINNED_NODE)) return;
  linkNode();
  writeFileSync(stamp, wanted);
}

/** From the lock file. No package runs a script: npm 12 forbids it, and none of ours needs one. */
async function install() {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (existsSync(join(ROOT, 'node_modules'))) {
    // `npm ci` would download everything again.
    await npm(['install', '--no-save', ...flags], INSTALL_TIMEOUT_MS);
    return;
  }
  try {
    await npm(['ci', ...flags], INSTALL_TIMEOUT_MS);
  } catch (error) {
    if (!/Missing: .+ from lock file/.test(error.output)) throw error;
    process.stdout.write('the lock file lacks optional packages of this platform, using `npm install --no-save` ... ');
    await npm(['install', '--no-save', ...flags], INSTALL_TIMEOUT_MS);
  }
}

/** PINNED_NODE is the machine's own Node if it is new enough, else that of the dependencies. */
function linkNode() {
  const packaged = join(ROOT, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const node = machineNode(process.env.PATH ?? '') ?? (isNewEnough(packaged) ? packaged : undefined);
  if (!node) {
    throw new SetupError(
      `PetBuddy needs Node ${MIN_NODE_MAJOR} or later. It brings one for Linux with glibc on x64 and arm64 only; on this ` +
        `machine (${process.platform} ${process.arch}) install it from https://nodejs.org, then start again.`,
    );
  }
  mkdirSync(dirname(PINNED_NODE), { recursive: true });
  rmSync(PINNED_NODE, { force: true });
  symlinkSync(node === packaged ? relative(dirname(PINNED_NODE), packaged) : node, PINNED_NODE);
}

/**
 * The first Node on a path that PetBuddy can run on. Those of `node_modules` do not count: npm puts them in front.
 *
 * @param {string} path as in the environment variable PATH
 * @returns {string | undefined} its file
 */
export function machineNode(path) {
  const files = path.split(delimiter).flatMap((folder) => (folder === '' ? [] : [join(folder, 'node')]));
  return files
    .filter(existsSync)
    .map((file) => realpathSync(file))
    .find((file) => !file.split(sep).includes('node_modules') && isNewEnough(file));
}

function isNewEnough(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]) >= MIN_NODE_MAJOR;
}

export async function ensureBuilt() {
  const stale = BUILDS.map((build) => ({ ...build, wanted: hashOf(build.inputs) })).filter(
    ({ stamp, wanted }) => !isCurrent(join(ROOT, stamp), wanted),
  );
  if (stale.length === 0) return;
  const names = stale.map(({ name }) => name).join(' and ');
  await step(`building ${names}`, async () => {
    const ends = await Promise.allSettled(stale.map(build));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  });
}

async function build({ script, stamp, wanted }) {
  // A build that fails may leave new files beside old ones.
  rmSync(join(ROOT, stamp), { force: true });
  await npm(['run', '--silent', script], BUILD_TIMEOUT_MS);
  writeFileSync(join(ROOT, stamp), wanted);
}

/**
 * On an older Linux the embedded database needs a private glibc. Needs the build; does nothing with another MongoDB.
 */
export async function ensureGlibc() {
  if (process.env.MONGODB_URI || /^\s*MONGODB_URI\s*=\s*\S/m.test(readIfThere(join(ROOT, '.env')))) return;
  const stamp = join(CACHE, 'engine-opens');
  const { glibcVersionRuntime = 'none' } = process.report.getReport().header;
  const wanted = `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch} glibc ${glibcVersionRuntime}`;
  if (isCurrent(stamp, wanted)) return;
  await step('preparing the embedded database', () =>
    run(PINNED_NODE, [join(ROOT, 'scripts/check-engine.mjs')], ENGINE_TIMEOUT_MS),
  );
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Installs the programs that some suites need, where this machine lets us.
 *
 * @param {{ withBrowser: boolean }} options whether the browser tests will run
 * @returns {Promise<string[]>} one line for each that cannot be had, saying why
 */
export async function ensureTestTools({ withBrowser }) {
  const hasRedis = process.env.REDIS_URL || isOnPath('redis-server');
  const hasBrowser = !withBrowser || chromiumPath();
  return [
    ...(hasRedis ? [] : await installDebianPackage('redis-server', 'install it or set REDIS_URL')),
    ...(hasBrowser ? [] : await installDebianPackage('chromium', 'install it or set CHROMIUM to its path')),
  ];
}

async function installDebianPackage(name, otherwise) {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    return [`${name} is not installed (its suites are skipped); ${otherwise}`];
  }
  // Runlevel 1: the package must not start a service on a machine that only runs tests.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = () => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], APT_TIMEOUT_MS, env);
  try {
    await step(`installing ${name} for the tests`, () =>
      install().catch(() => run('apt-get', ['update', '-q'], APT_TIMEOUT_MS, env).then(install)),
    );
    return [];
  } catch {
    return [`${name} could not be installed here (its suites are skipped); ${otherwise}`];
  }
}

/** Ends the process with a clear message if the step fails. */
export async function orExit(main) {
  try {
    return await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
}

/** The npm that runs this script, or else the one on the path. */
export function npm(args, timeoutMs, env = process.env) {
  const cli = process.env.npm_execpath;
  // An install may have replaced the Node that runs this script.
  const node = existsSync(process.execPath) ? process.execPath : PINNED_NODE;
  const [command, ...first] = cli?.endsWith('.js') ? [node, cli] : ['npm'];
  return run(command, [...first, ...args], timeoutMs, env);
}

/** Rejects with the output of the command. */
function run(command, args, timeoutMs, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new SetupError(lastLines(output) || `${command} ended with ${code ?? signal}`, output));
    });
  });
}

function lastLines(output) {
  return output.trim().split('\n').slice(-MAX_OUTPUT_LINES).join('\n');
}

async function step(name, work) {
  const started = Date.now();
  process.stdout.write(`[setup] ${name} ... `);
  try {
    await work();
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
  process.stdout.write(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function isCurrent(stamp, wanted) {
  return readIfThere(stamp) === wanted;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((name) => filesIn(join(ROOT, name)))) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !NOT_BUILT.test(relative(ROOT, file)))
    .sort();
}

async function setUpEverything() {
  await ensureInstalled();
  await ensureBuilt();
  await ensureGlibc();
  for (const missing of await ensureTestTools({ withBrowser: true })) console.log(`[setup] ${missing}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await orExit(setUpEverything);
