/** Runs Jest in a process group of its own and counts its results, also if it is interrupted. */
import { rmSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readResults } from './jest-results.mjs';
import { runInGroup } from './process-group.mjs';
import { CACHE, PINNED_NODE, ROOT } from './setup.mjs';

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(ROOT, 'node_modules/jest/bin/jest.js'),
];
const REPORTERS = ['--reporters=default', `--reporters=${fileURLToPath(new URL('jest-results.mjs', import.meta.url))}`];

/**
 * @param {string[]} args of Jest, for example a path
 * @param {{ limit: AbortSignal, resultsFile?: string, output?: 'inherit' | 'ignore' }} options the run is ended
 *   when `limit` is aborted; `output`: whether Jest's own output is shown
 * @returns {Promise<{ passed: number, failures: string[], skipped: string[] }>} a text for each test that failed or was
 *   skipped, and for each file that had begun when the run was ended
 */
export async function runJest(args, { limit, resultsFile = join(CACHE, 'jest-results.jsonl'), output = 'inherit' }) {
  rmSync(resultsFile, { force: true });
  const code = await runInGroup(PINNED_NODE, [...JEST, ...args, ...REPORTERS], {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: `${dirname(PINNED_NODE)}${delimiter}${process.env.PATH ?? ''}`,
      TEST_RESULTS_FILE: resultsFile,
    },
    limit,
    output,
  });
  const { files, unfinished } = readResults(resultsFile);
  const failures = files.flatMap(failuresIn);
  if (limit.aborted) failures.push(...unfinished.map((path) => `${relative(ROOT, path)}: ended by the time limit`));
  // Jest also fails without a failed test, for example when a tear-down throws.
  if (failures.length === 0 && code !== 0) failures.push(`Jest ended with code ${code}`);
  return {
    passed: files.reduce((sum, { passed }) => sum + passed, 0),
    failures,
    skipped: files.flatMap(({ path, skipped }) => skipped.map((name) => `${relative(ROOT, path)}: ${name}`)),
  };
}

/** Repeated at the end of the log, which people see first. */
function failuresIn({ path, failures }) {
  return failures.map(({ test, message }) => `${relative(ROOT, path)}${test ? `: ${test}` : ''}\n  ${message}`);
}
