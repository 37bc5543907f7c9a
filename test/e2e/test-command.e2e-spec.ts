import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromiumPath } from '../../scripts/chromium.mjs';

const POLL_MS = 50;
const MINUTE_MS = 60_000;
const execute = promisify(execFile);

interface Result {
  passed: number;
  failures: string[];
  skipped: string[];
}
interface JestSuite {
  runJest: (args: string[], options: { limit: AbortSignal; resultsFile: string; output: 'ignore' }) => Promise<Result>;
}
interface WebSuite {
  runPlaywright: (options: {
    limitMs: number;
    config: string;
    resultsFile: string;
    output: 'ignore';
  }) => Promise<Result>;
}

const scriptUrl = (name: string): string => new URL(`../../scripts/${name}`, import.meta.url).href;
const { runJest } = (await import(scriptUrl('jest-suite.mjs'))) as JestSuite;
const { runPlaywright } = (await import(scriptUrl('web-suite.mjs'))) as WebSuite;

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
  const run = (limit: AbortSignal, ...files: string[]): Promise<Result> =>
    runJest([...files, '--rootDir', folder, '--config', '{"maxWorkers":2}'], { limit, resultsFile, output: 'ignore' });

  beforeAll(() => {
    // A package.json of a folder above may say otherwise.
    write('package.json', '{"type":"commonjs"}');
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

  it('starts no further suite after a request to end', async () => {
    const script = `
      import { runSuites } from '${scriptUrl('suites.mjs')}';
      const first = async () => {
        const signalled = new Promise((resolve) => process.once('SIGTERM', resolve));
        const running = setInterval(() => {}, 1_000);
        process.kill(process.pid, 'SIGTERM');
        await signalled;
        clearInterval(running);
        return { passed: 1, failures: [], skipped: [] };
      };
      const second = () => console.log('second suite');
      console.log(await runSuites([{ name: 'first', run: first }, { name: 'second', run: second }]));`;
    const { stdout } = await execute(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('[test] failed: ended by SIGTERM\n{ passed: 1, failed: 1, skipped: 0 }\n');
  });

  // Without Chromium the browser tests do not run. This one opens no page.
  (chromiumPath() ? it : it.skip)('reports the browser tests when their time is over', async () => {
    const tests = mkdtempSync(join(import.meta.dirname, '../../.cache/playwright-'));
    const config = join(tests, 'playwright.config.ts');
    writeFileSync(config, 'export default { testDir: import.meta.dirname, outputDir: "output" };');
    writeFileSync(
      join(tests, 'endless.spec.ts'),
      `import { test } from '@playwright/test'; test('never ends', () => new Promise(() => {}));`,
    );
    // Playwright refuses to run in a worker of Jest.
    delete process.env.JEST_WORKER_ID;
    try {
      const limitMs = MINUTE_MS + 1_000;
      const result = await runPlaywright({
        limitMs,
        config,
        resultsFile: join(tests, 'results.json'),
        output: 'ignore',
      });
      expect(result.passed).toBe(0);
      expect(result.failures).toContain('browser tests: Timed out waiting 1s for the test suite to run');
    } finally {
      rmSync(tests, { recursive: true });
    }
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
