import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 50;

interface Suite {
  runJest: (
    args: string[],
    options: { limit: AbortSignal; resultsFile: string; output: 'ignore' },
  ) => Promise<{ passed: number; failures: string[]; skipped: string[] }>;
}

const { runJest } = (await import(new URL('../../scripts/jest-suite.mjs', import.meta.url).href)) as Suite;

describe('npm test', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'petbuddy-run-')));
  const resultsFile = join(folder, 'results.jsonl');
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const run = (limit: AbortSignal, ...files: string[]): ReturnType<Suite['runJest']> =>
    runJest([...files, '--rootDir', folder, '--config', '{"maxWorkers":2}'], { limit, resultsFile, output: 'ignore' });

  beforeAll(() => {
    write(
      'mixed.test.js',
      `it('passes', () => {}); it('fails', () => { throw new Error('broken'); }); it.skip('waits', () => {});`,
    );
    write(
      'endless.test.js',
      `it('never ends', () => {
         const { pid } = require('child_process').spawn('sleep', ['3600']);
         require('fs').writeFileSync(__dirname + '/pids', process.pid + ' ' + pid + '\\n');
         for (;;);
       });`,
    );
    write('unreadable.test.js', `throw new Error('no test here');`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('counts tests that passed, failed and were skipped, and a file that cannot be loaded', async () => {
    const result = await run(new AbortController().signal, 'mixed', 'unreadable');
    expect(result).toMatchObject({ passed: 1, skipped: [expect.stringMatching(/mixed\.test\.js: waits$/)] });
    expect(result.failures.sort()).toEqual([
      expect.stringMatching(/mixed\.test\.js: fails\n[^]*broken/),
      expect.stringMatching(/unreadable\.test\.js\n[^]*no test here/),
    ]);
  });

  it('ends every process at the time limit, counts what passed, and names the file that was not done', async () => {
    const limit = new AbortController();
    const running = run(limit.signal, 'mixed', 'endless');
    while (!read('pids').endsWith('\n') || !read('results.jsonl').includes('"passed":1')) await delay(POLL_MS);
    limit.abort();
    const { passed, failures } = await running;
    expect(passed).toBe(1);
    expect(failures).toHaveLength(2);
    expect(failures).toContainEqual(expect.stringMatching(/endless\.test\.js: ended by the time limit$/));
    const pids = read('pids').trim().split(' ').map(Number);
    while (pids.some(isRunning)) await delay(POLL_MS);
  });
});

function isRunning(pid: number): boolean {
  try {
    // A process that nobody has waited for yet is a zombie, and does nothing more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
