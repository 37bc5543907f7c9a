/**
 * The embedded MongoDB as its clients see it: an address that stays valid, and a sidecar that is kept alive behind it.
 *
 * Everything in this folder keeps to erasable TypeScript, so that plain Node runs the sources too (the test run's set-up).
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { EmbeddedDatabaseError } from './errors.js';
import { linkSidecar, type SidecarLink } from './sidecar-link.js';
import { startSidecar, type SidecarCommand, type SidecarProcess } from './sidecar-process.js';
import { databaseUri, sidecarSockets } from './sockets.js';

/** How long a sidecar without clients keeps the engine open: longer than a reload of the API takes. */
export const SIDECAR_LINGER_MS = 10_000;
/** Until the engine serves; opening after a crash is under a second, fetching a private glibc a few. */
const START_TIMEOUT_MS = 150_000;
const POLL_INTERVAL_MS = 20;
/** Before another sidecar is tried: the one that holds the directory is still opening or closing it. */
const GAVE_WAY_PAUSE_MS = 200;
/** A restart that fails is tried again after these pauses, then the database counts as lost. */
const RESTART_PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

export interface EmbeddedDatabaseOptions {
  /** Folder of the data files; made if missing. */
  dataDir: string;
  /** The Node binary to run the sidecar on; this process's own by default. */
  nodePath?: string;
  /** Milliseconds that the sidecar outlives its last client; SIDECAR_LINGER_MS by default. The starter's value counts. */
  lingerMs?: number;
}

/** The sidecar ended although it was in use. */
export interface SidecarExit {
  /** The process that ended. */
  pid: number;
  /** Resolves with the pid of the sidecar that serves now; rejects with EmbeddedDatabaseError when none can be had. */
  restarted: Promise<number>;
}

/** This process's hold on the embedded database. */
export interface EmbeddedDatabaseHandle {
  /** Connection string without a database name; it stays the same over restarts of the sidecar. */
  readonly uri: string;
  /** Process id of the sidecar that serves now. */
  readonly pid: number;
  /**
   * Gives the database up; close the driver's connections first. With `awaitClose` it resolves when the engine has closed
   * its files, which takes until the other clients have left and the linger time is over.
   */
  release(options?: { awaitClose?: boolean }): Promise<void>;
  /** Calls the listener each time the sidecar ends while it is in use. A restart is under way by then. */
  onExit(listener: (exit: SidecarExit) => void): void;
}

/**
 * Joins the sidecar that serves a data directory, or starts one. Any number of processes may do so at once: the engine's
 * lock on the directory lets exactly one sidecar serve it, and all of them end up with that one.
 *
 * @throws EmbeddedDatabaseError where the engine does not run here or cannot open the directory
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
      // A listener may leave `restarted` alone; without one, the drivers' own errors tell that the database is lost.
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

/** Links to the serving sidecar, starting one as long as none serves. */
async function joinOrStart(command: SidecarCommand): Promise<SidecarLink> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let started: SidecarProcess | undefined;
  while (Date.now() < deadline) {
    const link = await linkSidecar(command.sockets.control);
    if (link) return link;
    if (started?.gaveWay) {
      started = undefined;
      await delay(GAVE_WAY_PAUSE_MS);
    } else {
      started ??= startSidecar(command);
      // `ended` rejects where no sidecar can run; otherwise this is the pause between two looks.
      await Promise.race([started.ended, delay(POLL_INTERVAL_MS)]);
    }
  }
  throw new EmbeddedDatabaseError(`The embedded database in ${command.dataDir} did not open in time.`);
}
