import { readFileSync } from 'node:fs';

const { exclude: _buildOnly, ...swc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

export default {
  rootDir: '.',
  testEnvironment: 'node',
  // Coverage and watch mode need the modules of one run only.
  ...(process.argv.some((argument) => /^--(coverage|watch)/.test(argument))
    ? {}
    : { runtime: '<rootDir>/test/support/kept-modules-runtime.mjs' }),
  testMatch: ['<rootDir>/{src,test,sandbox,web/src}/**/*.spec.ts', '<rootDir>/{src,test,sandbox}/**/*-spec.ts'],
  // `npm run test:long` runs these.
  testPathIgnorePatterns: process.env.TEST_LONG ? ['/node_modules/'] : ['/node_modules/', '\\.long-spec\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  // Global set-up and tear-down run on plain Node: Jest would make CommonJS of them.
  transformIgnorePatterns: ['/node_modules/', '/test/support/global-'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/web/dist/', '<rootDir>/data/'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/longest-first-sequencer.mjs',
  coverageProvider: 'v8',
  coverageDirectory: '.cache/coverage',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*spec.ts', '!src/metadata.ts'],
  clearMocks: true,
  maxWorkers: 2,
  // Native ESM keeps what every test file has loaded; a worker whose heap has grown past this is replaced by a fresh one.
  workerIdleMemoryLimit: '1200MB',
  // Ends what hangs; no test is expected to take as long, also on a machine that is several times slower.
  testTimeout: 180_000,
};
