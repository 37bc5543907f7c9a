import { defineConfig, devices } from '@playwright/test';
import { join } from 'node:path';
import { chromiumPath } from '../../scripts/chromium.mjs';

const ROOT = join(import.meta.dirname, '../..');
const TEST_TIMEOUT_MS = 180_000;
const EXPECT_TIMEOUT_MS = 60_000;
/** No display, no graphics card, no calls home, and a microphone that beeps. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Browser tests: one started product for all of them, one company for each. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(ROOT, '.cache/web-tests'),
  globalSetup: './support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  timeout: TEST_TIMEOUT_MS,
  expect: { timeout: EXPECT_TIMEOUT_MS },
  reporter: 'line',
  use: {
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
    // A zone that is neither the companies' nor the machine's.
    timezoneId: 'Europe/Lisbon',
    locale: 'en-US',
    serviceWorkers: 'block',
    // What moves cannot be hit, and waiting for it takes time.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'desk',
      testIgnore: '**/*.phone.spec.ts',
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/*.phone.spec.ts',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
  ],
});
