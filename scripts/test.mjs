/** `npm test [path for Jest]`: sets up, runs every suite (with a path Jest alone), and ends with one line: `N passed, N failed, N skipped`. */
import { mkdirSync } from 'node:fs';

import { runJest } from './jest-suite.mjs';
import { runPlaywright } from './web-suite.mjs';
import { CACHE, ensureBuilt, ensureGlibc, ensureInstalled, ensureTestTools, SetupError } from './setup.mjs';

const SUITE_TIMEOUT_MS = 40 * 60_000;

/** In order. `run` returns { passed, failures, skipped } with a line for each failed or skipped test. */
const SUITES = [
  { name: 'API', run: (args) => runJest(args, { limit: AbortSignal.timeout(SUITE_TIMEOUT_MS) }) },
  { name: 'web', run: (args) => runPlaywright(args, { limit: AbortSignal.timeout(SUITE_TIMEOUT_MS) }) },
];

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
  const isPartial = process.argv.length > 2;
  for (const suite of isPartial ? SUITES.slice(0, 1) : SUITES) {
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
