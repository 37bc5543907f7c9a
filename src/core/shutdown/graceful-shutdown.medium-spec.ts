import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const PROCESS = resolve('test/support/shutdown-process.ts');
const LONG_MS = 20_000;

/** The process under test, its printed lines, and its address. */
interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly url: string;
  /** Resolves when a line has been printed. */
  readonly printed: (line: string) => Promise<void>;
}

describe('installGracefulShutdown', () => {
  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const run = async (mode: 'hang' | 'finish', limitMs: number): Promise<Running> => {
    const child = spawn('node', [PROCESS, mode, String(limitMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const output: Interface = createInterface({ input: child.stdout });
    const lines: string[] = [];
    const [first] = (await once(output, 'line')) as [string];
    output.on('line', (line) => lines.push(line));
    const { url } = JSON.parse(first) as { url: string };
    const printed = async (line: string): Promise<void> => {
      while (!lines.includes(line)) await once(output, 'line');
    };
    return { child, lines, url, printed };
  };

  it.each(['SIGTERM', 'SIGINT'] as const)('answers the request under way and ends in order on %s', async (signal) => {
    const { child, lines, url, printed } = await run('finish', LONG_MS);
    const answer = fetch(`${url}/slow`);
    await printed('request');
    child.kill(signal);
    const response = await answer;
    expect(await response.text()).toBe('finished');
    // Else a client that keeps its connection busy would keep the server open.
    expect(response.headers.get('connection')).toBe('close');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(lines.slice(1)).toEqual([
      'readiness-off',
      'sockets-drain',
      'jobs-stop',
      'http-close',
      'inflight-finish',
      'flush',
      'database-close',
    ]);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });

  it('ends hard when the limit is over', async () => {
    const { child, printed } = await run('hang', 300);
    child.kill('SIGTERM');
    await printed('jobs-stop');
    expect(await once(child, 'exit')).toEqual([1, null]);
  });

  it('takes a signal that comes twice, by its group and by its parent, for one', async () => {
    const { child, url, printed } = await run('finish', LONG_MS);
    const answer = fetch(`${url}/slow`);
    await printed('request');
    child.kill('SIGTERM');
    await printed('readiness-off');
    child.kill('SIGTERM');
    expect(await (await answer).text()).toBe('finished');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends at once for somebody who goes on asking', async () => {
    const { child, printed } = await run('hang', LONG_MS);
    const asking = setInterval(() => child.kill('SIGTERM'), 100);
    try {
      await printed('jobs-stop');
      expect(await once(child, 'exit')).toEqual([1, null]);
    } finally {
      clearInterval(asking);
    }
  });
});
