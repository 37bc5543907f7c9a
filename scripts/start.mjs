/** `npm start`: sets up the clone and runs the built API on the pinned Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { SIGNALS } from './process-group.mjs';
import { CACHE, ensureBuilt, ensureGlibc, ensureInstalled, orExit, PINNED_NODE, ROOT } from './setup.mjs';

await orExit(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureGlibc();
});

const main = [join(ROOT, 'dist/main.js'), ...process.argv.slice(2)];
// Compiling takes a good part of a start.
const env = { NODE_COMPILE_CACHE: join(CACHE, 'compiled'), ...process.env };
// The closed channel tells the API that this process was killed.
const api = spawn(PINNED_NODE, main, { cwd: ROOT, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });

const asked = new Set();
for (const signal of SIGNALS) {
  process.on(signal, () => {
    asked.add(signal);
    // A terminal has sent its interrupt to the API already; a second one would cut its shutdown short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) api.kill(signal);
  });
}

api.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
api.once('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  if (!asked.has(signal)) console.error(`[start] the API was ended by ${signal}; run npm start again, nothing is lost`);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
