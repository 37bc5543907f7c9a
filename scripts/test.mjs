/**
 * `npm test`: sets up what the tests need, runs every suite, and ends with one line of numbers over all of them:
 * `N passed, N failed, N skipped`. Arguments are handed to Jest, for example a path.
 */
import { mkdirSync } from 'node:fs';

import { runJest } from './jest-suite.mjs';
import { CACHE, ensureBuilt, ensureGlibc, ensureInstalled, ensureTestTools, SetupError } from './setup.mjs';

const SUITE_TIMEOUT_MS = 40 * 60_000;

/**
 * Every suite that `npm test` runs, in order. `run` gets the script's arguments and answers with the number of passed tests,
 * and with one line for each that failed and for each that was skipped: { passed, failures, skipped }.
 */
const SUITES = [{ name: 'API', run: (args) => runJest(args, { limit: AbortSignal.timeout(SUITE_TIMEOUT_MS) }) }];

async function setUp() {
  await ensureInstalled();
  await ensureBuilt();
  await ensureGlibc();
  for (const missing of await ensureTestTools()) console.log(`[test] ${missing}`);
  mkdirSync(CACHE, { recursive: true });
}

async function runSuite({ name, run }) {
  try {
    return await run(process.argv.slice(2));
  } catch (error) {
    console.error(`[test] suite ${name} did not run: ${error.message}`);
    return { passed: 0, failures: [`suite ${name}: ${error.message}`], skipped: [] };
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  await setUp();
  for (const suite of SUITES) {
    const result = await runSuite(suite);
    for (const name of result.skipped) console.log(`[test] skipped: ${name}`);
    for (const failure of result.failures) console.log(`[test] failed: ${failure}`);
    total.passed += result.passed;
    total.failed += result.failures.length;
    total.skipped += result.skipped.length;
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
