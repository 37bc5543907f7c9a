/**
 * `npm test`: sets up what the tests need, runs every suite, and ends with one line of numbers over all of them:
 * `N passed, N failed, N skipped`. Arguments are handed to Jest, for example a path.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import {
  CACHE,
  ensureBuilt,
  ensureGlibc,
  ensureInstalled,
  ensureTestTools,
  PINNED_NODE,
  ROOT,
  SetupError,
} from './setup.mjs';

const SUITE_TIMEOUT_MS = 40 * 60_000;

/** How much of a failure's message is repeated at the end. */
const FAILURE_LINES = 12;

/**
 * Every suite that `npm test` runs, in order. `run` gets the script's arguments and answers with the numbers of tests, the
 * names of what was skipped, and what failed with the head of its message: { passed, failed, skipped, skippedNames, failures }.
 */
const SUITES = [{ name: 'API', run: runJest }];

async function runJest(args) {
  const outputFile = join(CACHE, 'jest-results.json');
  rmSync(outputFile, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const code = await runVisibly(PINNED_NODE, [...flags, jest, '--json', `--outputFile=${outputFile}`, ...args]);
  const results = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    // Jest also fails for reasons that no test has, such as a tear-down that throws.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
    skippedNames: results.testResults.flatMap(skippedIn),
    failures: results.testResults.flatMap(failuresIn),
  };
}

/** A log's end is what people see first of a long run, so it names each failure once more. */
function failuresIn({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((each) => each.status === 'failed');
  const head = (text) => stripVTControlCharacters(text).split('\n').slice(0, FAILURE_LINES).join('\n  ');
  if (failed.length === 0 && status === 'failed') return [`${relative(ROOT, name)}\n  ${head(message)}`];
  return failed.map((each) => `${relative(ROOT, name)}: ${each.fullName}\n  ${head(each.failureMessages[0] ?? '')}`);
}

function skippedIn({ name, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => `${relative(ROOT, name)}: ${fullName}`);
}

/** Runs a command on this terminal, with the pinned Node first on the path; resolves with its exit code. */
function runVisibly(command, args) {
  const env = { ...process.env, PATH: `${dirname(PINNED_NODE)}${delimiter}${process.env.PATH ?? ''}` };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit', timeout: SUITE_TIMEOUT_MS });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

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
    return { passed: 0, failed: 1, skipped: 0, skippedNames: [], failures: [] };
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  await setUp();
  for (const suite of SUITES) {
    const result = await runSuite(suite);
    for (const name of result.skippedNames) console.log(`[test] skipped: ${name}`);
    for (const failure of result.failures) console.log(`[test] failed: ${failure}`);
    for (const key of Object.keys(total)) total[key] += result[key];
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
