/**
 * A Jest runtime in which all test files of a worker share the modules that they import. Jest's own runtime evaluates the
 * product and its packages anew for each file, which takes longer than most tests. Here Node imports the test file and keeps
 * what the file imports; only the test file itself is evaluated in each run.
 *
 * A test file whose first comment has `@own-modules` runs on Jest's own runtime: it changes what other files would see.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ModernFakeTimers } from '@jest/fake-timers';
import JestRuntime from 'jest-runtime';
import { sourceMaps } from './swc-sources.ts';

const JEST_GLOBALS = new URL('jest-globals.ts', import.meta.url).href;
/** Jest's own code runs in a context with other intrinsics, where `expect.any(Number)` would ask for that context's Number. */
const INTRINSICS = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function',
);

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === '@jest/globals' ? { url: JEST_GLOBALS, shortCircuit: true } : nextResolve(specifier, context),
});

const OWN_MODULES = /^\/\*\*[^/]*@own-modules\b/;

let imports = 0;

export default class KeptModulesRuntime extends JestRuntime {
  #console;
  #hasOwnModules;

  constructor(config, environment, resolver, transformer, cacheFS, coverage, testPath, ...more) {
    const hasOwnModules = OWN_MODULES.test(readFileSync(testPath, 'utf8'));
    if (!hasOwnModules) {
      for (const name of INTRINSICS) environment.global[name] = globalThis[name];
      environment.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
    }
    super(config, environment, resolver, transformer, cacheFS, coverage, testPath, ...more);
    this.#console = environment.global.console;
    this.#hasOwnModules = hasOwnModules;
  }

  async unstable_importModule(path, ...more) {
    if (this.#hasOwnModules) return super.unstable_importModule(path, ...more);
    Object.assign(globalThis, this.jestGlobals.cjsGlobals(path), { console: this.#console });
    const url = pathToFileURL(path);
    url.searchParams.set('run', ++imports);
    return import(url.href);
  }

  getSourceMaps() {
    return this.#hasOwnModules ? super.getSourceMaps() : sourceMaps;
  }
}
