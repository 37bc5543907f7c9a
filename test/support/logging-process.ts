/**
 * Logs without a pause and ends in order, as the product does, for the tests of the log's end.
 * Usage: node test/support/logging-process.ts <log folder>; prints how many lines it had logged when the end began.
 */
import './swc-sources.ts';

const { createAppLogger } = await import('../../src/core/logging/index.js');

/** More than the files' streams take at once. */
const LINES = 3_000;
/** The test looks at the order of the lines, so a slow machine must not cut them off. */
const FLUSH_LIMIT_MS = 10 * 60_000;
const [logDir = ''] = process.argv.slice(2);

const output = process.stderr;
const { logger, flush } = createAppLogger({ logDir, logLevel: 'info', nodeEnv: 'production' }, 'api', output);
const burst = (): void => {
  for (let line = 0; line < LINES; line++) logger.error(`line ${line}`, undefined, 'Load');
};
// Lines come before, while and after the log is written out.
burst();
const flushed = flush(FLUSH_LIMIT_MS);
const late = setInterval(() => logger.warn('late', 'Load'));
await flushed;
clearInterval(late);
logger.warn('last', 'Load');
// A pipe whose reader is slow still holds lines back.
output.write('', () => process.stdout.write(`${LINES}\n`, () => process.exit(0)));
