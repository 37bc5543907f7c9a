/**
 * `node test/chaos/durability.ts [writes] [kills]`: acknowledged writes over SIGKILLs of the embedded database, in a
 * temporary folder. Prints one row of a table; the exit code says whether anything was lost.
 */
import '../support/resolve-typescript.ts';

import { durabilityRow } from './durable-writes.ts';
import { checkDurability } from './embedded-durability.ts';

const DEFAULT_WRITES = 100_000;
const DEFAULT_KILLS = 20;

const [writes = DEFAULT_WRITES, kills = DEFAULT_KILLS] = process.argv.slice(2).map(Number);
const result = await checkDurability(writes, kills);
console.log(durabilityRow(result));
process.exitCode = result.lost.length === 0 ? 0 : 1;
