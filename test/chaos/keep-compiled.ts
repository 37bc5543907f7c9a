/**
 * Loaded into the product's processes by `--import`: they never end in order, which is when Node would write what it has
 * compiled to NODE_COMPILE_CACHE, and so each would compile everything again.
 */
import { flushCompileCache } from 'node:module';

/** When a process has loaded all of its code. */
const LOADED_AFTER_MS = 5_000;

setTimeout(flushCompileCache, LOADED_AFTER_MS).unref();
