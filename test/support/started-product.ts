import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BUILD =
  "import('./scripts/setup.mjs').then((setup) => setup.orExit(() => setup.ensureInstalled().then(setup.ensureBuilt)))";
/** As `npm start` has it. */
const COMPILED = join(ROOT, '.cache/compiled');
const READY = /PetBuddy is ready[^]*?\n\n[^]*?\n\n/;

/** Installs and builds what has changed, as `npm start` does, which finds nothing to do then. */
export async function ensureBuilt(): Promise<void> {
  await promisify(execFile)('npm', ['exec', '--', 'node', '-e', BUILD], { cwd: ROOT });
}

/** The entry points: of the API, of the worker, of `npm start`, with and without npm, and of `npm run admin`. */
const ENTRIES = {
  main: [process.execPath, join(ROOT, 'dist/main.js')],
  worker: [process.execPath, join(ROOT, 'dist/worker.js')],
  start: [process.execPath, join(ROOT, 'scripts/start.mjs')],
  npm: ['npm', 'start', '--prefix', ROOT],
  admin: [process.execPath, join(ROOT, 'dist/commands/admin.js')],
} as const;

/** Products of this process that run. A signal to the group of a test run does not reach their groups. */
const running = new Set<StartedProduct>();
process.once('SIGTERM', () => {
  for (const product of running) product.killGroup('SIGKILL');
  process.exit(1);
});

/** The built product in a process, and a process group, of its own. */
export class StartedProduct {
  /** Resolves when neither the process nor the API below it is left. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  output = '';
  private readonly child: ChildProcess;

  /**
   * @param cwd a folder without a `.env`
   * @param env the whole environment of the process
   */
  constructor(
    cwd: string,
    env: Record<string, string>,
    entry: keyof typeof ENTRIES = 'main',
    more: readonly string[] = [],
  ) {
    const [file, ...args] = ENTRIES[entry];
    this.child = spawn(file, [...args, ...more], {
      cwd,
      env: { PATH: String(process.env.PATH), NODE_COMPILE_CACHE: COMPILED, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    }
    running.add(this);
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      running.delete(this);
      return { code, signal };
    });
  }

  /** What the welcome says, by its labels. Fails where the process ends instead. */
  async welcome(): Promise<Record<string, string>> {
    const [text] = await this.said(READY);
    return Object.fromEntries(
      [...text.matchAll(/^ {2}(\S.*?) {2,}(\S.*)$/gm)].map(([, label, value]) => [label, value]),
    );
  }

  /** Resolves once the output has the words. Fails where the process ends instead. */
  async said(words: RegExp): Promise<RegExpExecArray> {
    const ended = this.ended.then(() => Promise.reject(new Error(`It ended instead:\n${this.output}`)));
    // Whoever doesn't wait for the end must not be told of it.
    ended.catch(() => undefined);
    for (;;) {
      const found = words.exec(this.output);
      if (found) return found;
      await Promise.race([once(this.child.stdout as NodeJS.ReadableStream, 'data'), ended]);
    }
  }

  /** Signals the process that was started, and none of those below it. */
  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Signals all processes at once, as a terminal, `timeout` and systemd do; those that are gone are none. */
  killGroup(signal: NodeJS.Signals): void {
    try {
      process.kill(-Number(this.child.pid), signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
