/** The suite of the browser tests: runs Playwright on the system's Chromium and counts its results. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { chromiumPath } from './chromium.mjs';
import { runInGroup } from './process-group.mjs';
import { CACHE, PINNED_NODE, ROOT } from './setup.mjs';

const CONFIG = join(ROOT, 'web/e2e/playwright.config.ts');
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');
/** Playwright needs this long to write its report and to end the product. Without it nothing of the run is known. */
const REPORT_MS = 60_000;

/**
 * @param {{ limitMs: number, config?: string, resultsFile?: string, output?: 'inherit' | 'ignore' }} options Playwright
 *   starts no test later than a minute before the limit; `output`: whether its own output is shown
 * @returns {Promise<{ passed: number, failures: string[], skipped: string[] }>} a flaky test counts as failed
 */
export async function runPlaywright({
  limitMs,
  config = CONFIG,
  resultsFile = join(CACHE, 'web-results.json'),
  output = 'inherit',
}) {
  if (!chromiumPath()) return { passed: 0, failures: [], skipped: ['browser tests: Chromium is not installed'] };
  rmSync(resultsFile, { force: true });
  const limit = AbortSignal.timeout(limitMs);
  const code = await runInGroup(
    PINNED_NODE,
    [PLAYWRIGHT, 'test', '--config', config, '--reporter=line,json', `--global-timeout=${limitMs - REPORT_MS}`],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PATH: `${dirname(PINNED_NODE)}${delimiter}${process.env.PATH ?? ''}`,
        PLAYWRIGHT_JSON_OUTPUT_FILE: resultsFile,
      },
      limit,
      output,
    },
  );
  if (!existsSync(resultsFile)) {
    const reason = limit.aborted ? 'were ended by the time limit' : `ended with code ${code}`;
    return { passed: 0, failures: [`the browser tests ${reason}`], skipped: [] };
  }
  const report = JSON.parse(readFileSync(resultsFile, 'utf8'));
  const specs = report.suites.flatMap(specsIn);
  const failures = specs.filter(({ state }) => state === 'unexpected' || state === 'flaky').map(describe);
  failures.push(...report.errors.map(({ message }) => `browser tests: ${stripVTControlCharacters(message)}`));
  if (failures.length === 0 && code !== 0) failures.push(`Playwright ended with code ${code}`);
  return {
    passed: specs.filter(({ state }) => state === 'expected').length,
    failures,
    skipped: specs.filter(({ state }) => state === 'skipped').map(({ title }) => title),
  };
}

function specsIn(suite) {
  const own = suite.specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, projectName, results }) => ({
      title: `web/e2e/${file} (${projectName}): ${title}`,
      state: status,
      error: results.findLast(({ error }) => error)?.error?.message ?? '',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(specsIn)];
}

const describe = ({ title, error }) => `${title}\n  ${error}`;
