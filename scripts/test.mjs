/** `npm test [path for Jest]`: sets up, runs every suite (with a path Jest alone), and ends with one line: `N passed, N failed, N skipped`. */
import { mkdirSync } from 'node:fs';

import { runJest } from './jest-suite.mjs';
import { CACHE, ensureBuilt, ensureGlibc, ensureInstalled, ensureTestTools, SetupError } from './setup.mjs';
import { runSuites } from './suites.mjs';
import { runPlaywright } from './web-suite.mjs';

const SUITE_TIMEOUT_MS = 40 * 60_000;

const args = process.argv.slice(2);
const isPartial = args.length > 0;
const jest = { name: 'API', run: () => runJest(args, { limit: AbortSignal.timeout(SUITE_TIMEOUT_MS) }) };
const browser = { name: 'web', run: () => runPlaywright({ limitMs: SUITE_TIMEOUT_MS }) };

async function setUp() {
  await ensureInstalled();
  await ensureBuilt();
  await ensureGlibc();
  for (const missing of await ensureTestTools({ withBrowser: !isPartial })) console.log(`[test] ${missing}`);
  mkdirSync(CACHE, { recursive: true });
}

let total = { passed: 0, failed: 1, skipped: 0 };
try {
  await setUp();
  total = await runSuites(isPartial ? [jest] : [jest, browser]);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
