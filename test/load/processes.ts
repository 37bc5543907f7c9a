/** Starting and stopping what is measured: each server in a process of its own, pinned to one core where that is possible. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
/** Load, database and stubs share the other core. */
const SERVER_CORE = '0';
const canPin = spawnSync('taskset', ['-c', SERVER_CORE, 'true']).status === 0;

export interface MeasuredServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts a script on this Node and waits until /health/ready answers 200. */
export async function startServer(script: string, env: Record<string, string>): Promise<MeasuredServer> {
  const port = await freePort();
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', script];
  const [file = '', ...args] = canPin ? ['taskset', '-c', SERVER_CORE, ...command] : command;
  const child = spawn(file, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url);
  return { url, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + READY_TIMEOUT_MS; Date.now() < deadline; await delay(POLL_MS)) {
    if (child.exitCode !== null) throw new Error(`${url} ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url} did not become ready`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
