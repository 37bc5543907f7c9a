import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadDevelopmentSecrets } from './development-secrets.js';

const ROUNDS = 300;

/** Looks at each round's file at the moment it appears, and tells how many were empty. */
const READER = `
  const { statSync } = require('node:fs');
  const { parentPort, workerData: { paths, turn } } = require('node:worker_threads');
  let empty = 0;
  for (const path of paths) {
    Atomics.add(turn, 0, 1);
    Atomics.notify(turn, 0);
    let found;
    while (!found) found = statSync(path, { throwIfNoEntry: false });
    if (found.size === 0) empty += 1;
  }
  parentPort.postMessage(empty);
`;

describe('loadDevelopmentSecrets', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'petbuddy-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes them once, for the owner alone, and leaves nothing else behind', () => {
    const made = loadDevelopmentSecrets(folder);
    expect(loadDevelopmentSecrets(folder)).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('shows them whole or not at all to a process that starts at the same moment', async () => {
    const dirs = Array.from({ length: ROUNDS }, (_, round) => join(folder, String(round)));
    const paths = dirs.map((dir) => join(dir, 'secrets.json'));
    const turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const reader = new Worker(READER, { eval: true, workerData: { paths, turn } });
    const empty = once(reader, 'message');
    for (const [round, dir] of dirs.entries()) {
      while (Atomics.load(turn, 0) <= round) Atomics.wait(turn, 0, round);
      loadDevelopmentSecrets(dir);
    }
    expect(await empty).toEqual([0]);
  });
});
