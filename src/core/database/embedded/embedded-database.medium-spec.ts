import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { MongoClient } from 'mongodb';

import { acquireEmbeddedDatabase, type EmbeddedDatabaseHandle, type SidecarExit } from './index.js';

/** A module that makes a sidecar send the id of its process to a socket, and wait until that is closed. */
const sidecarWaitsAtGate = (socket: string): string => `
  import { once } from 'node:events';
  import { connect } from 'node:net';
  if (/sidecar\\.[jt]s$/.test(process.argv[1])) {
    const gate = connect(${JSON.stringify(socket)});
    gate.write(String(process.pid));
    await once(gate, 'close');
  }
`;

describe('the embedded database', () => {
  let folder: string;
  let dataDir: string;
  const handles: EmbeddedDatabaseHandle[] = [];

  const acquire = async (): Promise<EmbeddedDatabaseHandle> => {
    const handle = await acquireEmbeddedDatabase({ dataDir, lingerMs: 0 });
    handles.push(handle);
    return handle;
  };
  /** `line` is what it prints when it holds the database. */
  const holdInProcess = (env?: NodeJS.ProcessEnv) => {
    const script = fileURLToPath(new URL('../../../../test/support/hold-database.ts', import.meta.url));
    const holder = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'], env });
    const line = once(holder.stdout, 'data').then(([data]: Buffer[]) => String(data));
    return { process: holder, line };
  };
  const withClient = async <T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = new MongoClient(uri);
    try {
      return await use(client);
    } finally {
      await client.close();
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-spec-'));
    dataDir = join(folder, 'db');
  });

  afterEach(async () => {
    await Promise.all(handles.splice(0).map((handle) => handle.release({ awaitClose: true })));
    await rm(folder, { recursive: true, force: true });
  });

  it('is one sidecar for all who start at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, acquire));
    expect(new Set(all.map((handle) => handle.pid)).size).toBe(1);
    expect(new Set(all.map((handle) => handle.uri)).size).toBe(1);
    await withClient(all[0]?.uri ?? '', (client) => client.db('shop').command({ ping: 1 }));
  });

  it('ends the sidecar that it has started when another one is first', async () => {
    const gate = createServer().listen(join(folder, 'gate.sock'));
    const preload = join(folder, 'wait-at-gate.mjs');
    await writeFile(preload, sidecarWaitsAtGate(join(folder, 'gate.sock')));
    const late = holdInProcess({ NODE_OPTIONS: `--import=${preload}` });
    const [waiting] = (await once(gate, 'connection')) as [Socket];
    const [pid] = (await once(waiting, 'data')) as [Buffer];
    const first = await acquire();
    expect(await late.line).toBe(`holds ${first.pid}\n`);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    late.process.kill();
    waiting.destroy();
    gate.close();
  });

  it('keeps data and address when the sidecar is killed, and is restarted once for all clients', async () => {
    const [first, second] = [await acquire(), await acquire()];
    await withClient(first.uri, async (client) => {
      const pets = client.db('shop').collection('pets');
      await pets.insertOne({ name: 'Rex' }, { writeConcern: { w: 1, j: true } });
      const exits = [first, second].map(
        (handle) => new Promise<SidecarExit>((resolve) => handle.onExit((exit) => resolve(exit))),
      );
      const killed = first.pid;
      process.kill(killed, 'SIGKILL');
      const pids = await Promise.all(exits.map(async (exit) => (await exit).restarted));
      expect(new Set(pids).size).toBe(1);
      expect(pids[0]).not.toBe(killed);
      expect([first.pid, second.pid]).toEqual(pids);
      // The same client, on the same address, as an API process would go on.
      expect(await pets.countDocuments({ name: 'Rex' })).toBe(1);
    });
  });

  it('closes when the last client has left, and opens again with the data', async () => {
    const [first, second] = [await acquire(), await acquire()];
    await first.release();
    await withClient(second.uri, (client) => client.db('shop').collection('pets').insertOne({ name: 'Mia' }));
    const { pid } = second;
    await second.release({ awaitClose: true });
    // The engine empties its lock file on a clean close.
    expect((await stat(join(dataDir, 'mongod.lock'))).size).toBe(0);
    const third = await acquire();
    expect(third.pid).not.toBe(pid);
    expect(await withClient(third.uri, (client) => client.db('shop').collection('pets').countDocuments())).toBe(1);
  });

  it('is released by a process that is killed', async () => {
    const other = holdInProcess();
    const line = await other.line;
    const own = await acquire();
    expect(line).toBe(`holds ${own.pid}\n`);
    let closed = false;
    const closing = own.release({ awaitClose: true }).then(() => (closed = true));
    // The other process still has the engine open: it answers.
    await withClient(own.uri, (client) => client.db('shop').command({ ping: 1 }));
    expect(closed).toBe(false);
    other.process.kill('SIGKILL');
    await closing;
    await expect(stat(join(dataDir, 'control.sock'))).rejects.toThrow('ENOENT');
  });

  it('serves from a data directory whose path is too long for a socket', async () => {
    dataDir = join(folder, 'a'.repeat(120));
    const handle = await acquire();
    expect(handle.uri).toContain('petbuddy-');
    await withClient(handle.uri, (client) => client.db('shop').command({ ping: 1 }));
    await handle.release({ awaitClose: true });
    await rm(dirname(decodeURIComponent(new URL(handle.uri).hostname)), { recursive: true });
  });

  it('says why it cannot open a damaged directory', async () => {
    const handle = await acquire();
    await handle.release({ awaitClose: true });
    await writeFile(join(dataDir, 'storage.bson'), 'not what the engine wrote');
    await expect(acquire()).rejects.toThrow(/sidecar\.log/);
  });
});
