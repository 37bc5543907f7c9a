/**
 * The embedded MongoDB as its clients see it: an address that stays valid, and a sidecar that is kept alive behind
 * it. Files of this folder use erasable TypeScript only, because plain Node runs them in the set-up of the tests.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { EmbeddedDatabaseError } from './errors.js';
import { linkSidecar, type SidecarLink } from './sidecar-link.js';
import { startSidecar, type SidecarCommand, type SidecarProcess } from './sidecar-process.js';
import { databaseUri, sidecarSockets } from './sockets.js';

export const SIDECAR_LINGER_MS = 10_000;
const START_TIMEOUT_MS = 150_000;
const POLL_INTERVAL_MS = 20;
/** The sidecar that holds the directory is still opening or closing it. */
const GAVE_WAY_PAUSE_MS = 200;
/** The database counts as lost after these tries to restart. */
const RESTART_PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

export interface EmbeddedDatabaseOptions {
  dataDir: string;
  nodePath?: string;
  lingerMs?: number;
}

export interface SidecarExit {
  pid: number;
  restarted: Promise<number>;
}

export interface EmbeddedDatabaseHandle {
  /** Connection string without a database name. It stays the same when the sidecar restarts. */
  readonly uri: string;
  readonly pid: number;
  /**
   * Close the driver's connections first. With `awaitClose` it resolves when the engine has closed its files,
   * after the other clients have left and the linger time is over.
   */
  release(options?: { awaitClose?: boolean }): Promise<void>;
  onExit(listener: (exit: SidecarExit) => void): void;
}

/**
 * Joins the sidecar of a data directory, or starts one. The engine's lock on the directory lets exactly one sidecar
 * serve it, so many processes may call this at once.
 * @throws EmbeddedDatabaseError if the engine does not run here or cannot open the directory
 */
export async function acquireEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabaseHandle> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  const command: SidecarCommand = {
    dataDir,
    sockets: sidecarSockets(dataDir),
    lingerMs: options.lingerMs ?? SIDECAR_LINGER_MS,
    nodePath: options.nodePath ?? process.execPath,
  };
  return new SupervisedSidecar(command, await joinOrStart(command));
}

class SupervisedSidecar implements EmbeddedDatabaseHandle {
  readonly uri: string;
  private readonly listeners = new Set<(exit: SidecarExit) => void>();
  private readonly command: SidecarCommand;
  private link: SidecarLink;
  private released = false;

  constructor(command: SidecarCommand, link: SidecarLink) {
    this.command = command;
    this.link = link;
    this.uri = databaseUri(command.sockets.database);
    this.watch();
  }

  get pid(): number {
    return this.link.pid;
  }

  async release({ awaitClose = false }: { awaitClose?: boolean } = {}): Promise<void> {
    if (this.released) return;
    this.released = true;
    if (awaitClose) await this.link.leaveAndAwaitClose();
    else this.link.leave();
  }

  onExit(listener: (exit: SidecarExit) => void): void {
    this.listeners.add(listener);
  }

  private watch(): void {
    void this.link.closed.then(() => {
      if (this.released) return;
      const exit = { pid: this.link.pid, restarted: this.restart() };
      // Without a listener the errors of the drivers report the loss.
      exit.restarted.catch(() => undefined);
      for (const listener of this.listeners) listener(exit);
    });
  }

  private async restart(): Promise<number> {
    let failure: Error = new EmbeddedDatabaseError('The embedded database was released while it restarted.');
    for (const pause of [0, ...RESTART_PAUSES_MS]) {
      await delay(pause);
      if (this.released) break;
      try {
        return this.resume(await joinOrStart(this.command));
      } catch (error) {
        failure = error as Error;
      }
    }
    throw failure;
  }

  private resume(link: SidecarLink): number {
    this.link = link;
    if (this.released) link.leave();
    else this.watch();
    return link.pid;
  }
}

async function joinOrStart(command: SidecarCommand): Promise<SidecarLink> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let started: SidecarProcess | undefined;
  while (Date.now() < deadline) {
    const link = await linkSidecar(command.sockets.control);
    if (link) {
      // A sidecar that starts late would open the directory after the last client has left.
      if (started && started.pid !== link.pid) await started.stop();
      return link;
    }
    if (started?.gaveWay) {
      started = undefined;
      await delay(GAVE_WAY_PAUSE_MS);
    } else {
      started ??= startSidecar(command);
      // `ended` rejects if no sidecar can run.
      await Promise.race([started.ended, delay(POLL_INTERVAL_MS)]);
    }
  }
  throw new EmbeddedDatabaseError(`The embedded database in ${command.dataDir} did not open in time.`);
}
