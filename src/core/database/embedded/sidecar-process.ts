import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { EmbeddedDatabaseError } from './errors.js';
import { installPrivateGlibc, privateGlibcPrefix } from './private-glibc.js';
import type { SidecarSockets } from './sockets.js';

const EXIT_CLOSED = 0;
const EXIT_ENGINE_MISSING = 69;
const EXIT_DATA_DIR_IN_USE = 75;
const EXIT_GLIBC_TOO_OLD = 78;

const LOG_FILE = 'sidecar.log';
const MAX_LOG_BYTES = 1024 * 1024;
const LOG_TAIL_CHARS = 1000;

const WHAT_TO_DO_INSTEAD =
  'run `docker compose up -d mongo mongo-init` and set MONGODB_URI to\n' +
  "'mongodb://127.0.0.1:27017/petbuddy?directConnection=true', or to any other MongoDB.";

export interface SidecarCommand {
  /** Absolute, links resolved; exists. */
  dataDir: string;
  sockets: SidecarSockets;
  lingerMs: number;
  /** The binary itself, not a shell script: the loader of the private glibc runs it. */
  nodePath: string;
}

export interface SidecarProcess {
  readonly pid: number | undefined;
  readonly gaveWay: boolean;
  readonly ended: Promise<void>;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

interface SidecarRun {
  gaveWay: boolean;
  isStopped: boolean;
  child?: ChildProcess;
  exit?: Promise<number | string>;
}

/** Starts a sidecar that outlives this process, with a private glibc if the system's is too old. */
export function startSidecar(command: SidecarCommand): SidecarProcess {
  const state: SidecarRun = { gaveWay: false, isStopped: false };
  const ended = runToEnd(command, state).then(async (code) => {
    const finalCode = code === EXIT_GLIBC_TOO_OLD ? await retryOnPrivateGlibc(command, state) : code;
    state.gaveWay = finalCode === EXIT_DATA_DIR_IN_USE || finalCode === EXIT_CLOSED;
    if (!state.gaveWay && !state.isStopped) throw failure(finalCode, command.dataDir);
  });
  ended.catch(() => undefined);
  return {
    get pid() {
      return state.child?.pid;
    },
    get gaveWay() {
      return state.gaveWay;
    },
    ended,
    stop: async () => {
      state.isStopped = true;
      state.child?.ref();
      state.child?.kill();
      await state.exit;
    },
  };
}

async function retryOnPrivateGlibc(command: SidecarCommand, state: SidecarRun): Promise<number | string> {
  const isInstalled = await installPrivateGlibc();
  return isInstalled && !state.isStopped ? runToEnd(command, state) : EXIT_GLIBC_TOO_OLD;
}

function runToEnd(command: SidecarCommand, state: SidecarRun): Promise<number | string> {
  const child = spawnSidecar(command);
  child.unref();
  state.child = child;
  state.exit = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return state.exit;
}

function spawnSidecar({ dataDir, sockets, lingerMs, nodePath }: SidecarCommand): ChildProcess {
  const script = [sidecarScript(), dataDir, sockets.control, sockets.database, String(lingerMs)];
  const [file = nodePath, ...args] = [...(privateGlibcPrefix() ?? []), realpathSync(nodePath), ...script];
  const log = openLog(dataDir);
  // A process group of its own: an interrupt from the terminal is for the client, which then leaves in order.
  const child = spawn(file, args, { cwd: dataDir, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

function sidecarScript(): string {
  const here = fileURLToPath(import.meta.url);
  return join(here, `../sidecar${extname(here)}`);
}

function logPath(dataDir: string): string {
  return join(dataDir, LOG_FILE);
}

function openLog(dataDir: string): number {
  const size = statSync(logPath(dataDir), { throwIfNoEntry: false })?.size ?? 0;
  return openSync(logPath(dataDir), size > MAX_LOG_BYTES ? 'w' : 'a', 0o600);
}

function failure(code: number | string, dataDir: string): EmbeddedDatabaseError {
  if (code === EXIT_GLIBC_TOO_OLD || code === EXIT_ENGINE_MISSING) {
    return new EmbeddedDatabaseError(
      `The embedded database does not run on this system. Instead:\n${WHAT_TO_DO_INSTEAD}`,
    );
  }
  const tail = readFileSync(logPath(dataDir), 'utf8').slice(-LOG_TAIL_CHARS).trim();
  return new EmbeddedDatabaseError(`The embedded database ended with ${code}; see ${logPath(dataDir)}:\n${tail}`);
}
