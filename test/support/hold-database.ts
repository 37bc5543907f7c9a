/** A process that holds the embedded database of the given folder until it is killed; says so by one line. */
import './resolve-typescript.ts';

const { acquireEmbeddedDatabase } = await import('../../src/core/database/embedded/index.ts');
const database = await acquireEmbeddedDatabase({ dataDir: process.argv[2] ?? '', lingerMs: 0 });
process.stdout.write(`holds ${database.pid}\n`);
// The handle alone does not keep a process running.
process.stdin.resume();
