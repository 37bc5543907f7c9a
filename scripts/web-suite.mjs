/** The suite of the browser tests: runs Playwright on the system's Chromium and counts its results. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { runInGroup } from './process-group.mjs';
import { CACHE, PINNED_NODE, ROOT } from './setup.mjs';

const RESULTS = join(CACHE, 'web-results.json');
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');

/**
 * @param {string[]} args of Playwright, for example a path
 * @param {{ limit: AbortSignal }} options the run is ended when `limit` is aborted
 * @returns {Promise<{ passed: number, failures: string[], skipped: string[] }>} a flaky test counts as failed
 */
export async function runPlaywright(args, { limit }) {
  if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
    return { passed: 0, failures: [], skipped: ['browser tests: Chromium is not installed'] };
  }
  rmSync(RESULTS, { force: true });
  const code = await runInGroup(
    PINNED_NODE,
    [PLAYWRIGHT, 'test', '--config', 'web/e2e/playwright.config.ts', ...args],
    {
      cwd: ROOT,
      env: { ...process.env, PATH: `${dirname(PINNED_NODE)}${delimiter}${process.env.PATH ?? ''}` },
      limit,
      output: 'inherit',
    },
  );
  if (!existsSync(RESULTS)) return { passed: 0, failures: [`the browser tests ended with code ${code}`], skipped: [] };
  const report = JSON.parse(readFileSync(RESULTS, 'utf8'));
  const specs = report.suites.flatMap(specsIn);
  const failures = specs.filter(({ state }) => state === 'unexpected' || state === 'flaky').map(describe);
  failures.push(...report.errors.map(({ message }) => message));
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
