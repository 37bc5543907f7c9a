/**
 * A Jest reporter that stores the results of each test file when it ends, so that an interrupted run has numbers,
 * too. TEST_RESULTS_FILE names the file.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Lines that are kept of a failure's message. */
const FAILURE_LINES = 12;

export default class JestResults {
  onTestFileStart({ path }) {
    append({ path });
  }

  onTestFileResult({ path }, result) {
    const titles = (...statuses) => result.testResults.filter(({ status }) => statuses.includes(status));
    const failures = titles('failed').map((each) => ({
      test: each.fullName,
      message: headOf(each.failureMessages[0]),
    }));
    // A file that cannot be loaded counts as one failure.
    if (failures.length === 0 && result.failureMessage) failures.push({ message: headOf(result.failureMessage) });
    append({
      path,
      passed: result.numPassingTests,
      failures,
      skipped: titles('pending', 'todo').map((t) => t.fullName),
    });
  }
}

/**
 * The results of a run, also of one that was ended before its end.
 *
 * @returns {{ files: object[], unfinished: string[] }} the files that ended: { path, passed, failures: { test?, message }[],
 *   skipped: string[] }, and the paths of those that had begun and did not end
 */
export function readResults(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const records = lines.map((line) => JSON.parse(line));
  const files = records.filter(({ passed }) => passed !== undefined);
  const ended = new Set(files.map(({ path }) => path));
  const unfinished = records.map(({ path }) => path).filter((path) => !ended.has(path));
  return { files, unfinished };
}

function append(record) {
  appendFileSync(process.env.TEST_RESULTS_FILE, `${JSON.stringify(record)}\n`);
}

function headOf(message = '') {
  return stripVTControlCharacters(message).split('\n').slice(0, FAILURE_LINES).join('\n  ');
}
