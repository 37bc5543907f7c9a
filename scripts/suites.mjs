/** Runs suites one after another, prints their failures, and adds up their numbers. */
import { SIGNALS } from './process-group.mjs';

/**
 * A request to end this process skips the suites that have not begun. The suite that runs ends its own processes.
 *
 * @param {{ name: string, run: () => Promise<{ passed: number, failures: string[], skipped: string[] }> }[]} suites
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runSuites(suites) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let endedBy;
  for (const signal of SIGNALS) process.on(signal, () => (endedBy = signal));
  for (const suite of suites) {
    const result = await runSuite(suite);
    if (endedBy) result.failures.push(`ended by ${endedBy}`);
    for (const name of result.skipped) console.log(`[test] skipped: ${name}`);
    for (const failure of result.failures) console.log(`[test] failed: ${failure}`);
    total.passed += result.passed;
    total.failed += result.failures.length;
    total.skipped += result.skipped.length;
    if (endedBy) break;
  }
  return total;
}

async function runSuite({ name, run }) {
  try {
    return await run();
  } catch (error) {
    return { passed: 0, failures: [`suite ${name} did not run: ${error.message}`], skipped: [] };
  }
}
