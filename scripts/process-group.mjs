/** Commands in process groups of their own, so that no child process outlives a time limit. */
import { spawn } from 'node:child_process';

/** Between the request to end and the kill. */
const GRACE_MS = 10_000;
/** Requests to end this process. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command on this terminal. When `limit` is aborted, and when this process is told to end, the whole group ends.
 *
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, limit: AbortSignal, output: 'inherit' | 'ignore' }} options
 * @returns {Promise<number>} the exit code; 1 after a signal
 */
export async function runInGroup(command, args, { cwd, env, limit, output }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
  const end = () => {
    signalGroup(child.pid, 'SIGTERM');
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS).unref();
  };
  limit.addEventListener('abort', end);
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    limit.removeEventListener('abort', end);
    for (const signal of SIGNALS) process.off(signal, end);
    // Child processes may still run.
    signalGroup(child.pid, 'SIGKILL');
  }
}

function signalGroup(pid, signal) {
  // The command could not be started.
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
