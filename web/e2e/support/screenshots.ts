/** `npm run screenshots`: the inbox of the demo company on a desk and a phone, light and dark, for the README. */
import { chromium, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import globalSetup from './global-setup.ts';
import { control } from './sandbox.ts';
import { logIn } from './test.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/screenshots');
const OWNER = { name: 'Marina Duarte', email: 'demo@patas.example', password: 'petbuddy-demo' };
/** Ana Souza on the first Page of the sandbox. */
const ANA = { channel_id: '1000000000000001', customer_id: '2410000000000101' };
const ANSWER = 'Pode sim! Terça às 10h está livre.';
const VIEWS = [
  { name: 'desk', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
] as const;

const stop = await globalSetup();
try {
  await mkdir(FOLDER, { recursive: true });
  await control('/play', { ...ANA, do: 'text', text: 'Oi! A Luna pode tomar banho na terça?', wait: true });
  await control('/play', { ...ANA, do: 'text', text: 'De manhã é melhor para mim.', wait: true });
  await takeAll();
} finally {
  await stop();
}

async function takeAll(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const { name, ...view } of VIEWS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const baseURL = String(process.env.WEB_URL);
      const context = await browser.newContext({
        ...view,
        colorScheme,
        baseURL,
        locale: 'en-US',
        deviceScaleFactor: 2,
      });
      const page = await context.newPage();
      await logIn(page, OWNER);
      await page.getByRole('link', { name: /Ana Souza/ }).click();
      await answerOnce(page);
      await page.screenshot({ path: join(FOLDER, `inbox-${name}-${colorScheme}.png`) });
      await context.close();
    }
  }
  await browser.close();
}

async function answerOnce(page: Page): Promise<void> {
  const thread = page.getByRole('log');
  await thread.getByText('De manhã é melhor para mim.').waitFor();
  if ((await thread.getByText(ANSWER).count()) > 0) return;
  await page.getByRole('textbox', { name: 'Reply' }).fill(ANSWER);
  await page.keyboard.press('Enter');
  await thread
    .getByRole('img', { name: /Delivered|Read/ })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
}
