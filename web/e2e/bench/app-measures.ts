/** Measures of the product alone: live events, and the first load on a slow connection. */
import type { CDPSession, Page } from '@playwright/test';
import { io } from 'socket.io-client';
import { median } from '../../../test/load/measure.ts';
import type { Customer } from '../support/sandbox.ts';
import { paintTime, watchFirstLoad } from './in-page.ts';

const LOADS = 5;
const SWITCHES = 10;
const LIVE_MESSAGES = 30;
const REPLIES = 10;
const PATIENCE_MS = 10_000;
const BYTES_A_SECOND = 10_000_000 / 8;
const SLOW_LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: BYTES_A_SECOND,
  uploadThroughput: BYTES_A_SECOND,
};

/** Slows the line of the page to 10 Mbit/s and 40 ms. */
export async function slowLine(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_LINE);
  return cdp;
}

/** Makes the next load begin without cached files. */
export async function emptyCache(page: Page, cdp: CDPSession): Promise<void> {
  await page.goto('about:blank');
  await cdp.send('Network.clearBrowserCache');
}

/** From the address to the list with its counts, with an empty cache on a line of 10 Mbit/s and 40 ms. */
export async function measureFirstLoad(page: Page): Promise<number> {
  await page.addInitScript(watchFirstLoad);
  const cdp = await slowLine(page);
  const loads: number[] = [];
  for (let round = 0; round < LOADS; round++) {
    await emptyCache(page, cdp);
    await page.goto('/inbox/all');
    loads.push(await page.evaluate(() => window.firstLoad!));
  }
  await cdp.detach();
  return median(loads);
}

/** From a click on a view to its rows, as the app measures it. */
export async function measureSwitchView(page: Page): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < SWITCHES; index++) {
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByText(index % 2 ? 'All open' : 'Unassigned')
      .click();
    times.push(await measured(page, 'switch-view'));
  }
  return median(times);
}

/** From Enter to the message as the server has stored it, as the app measures it. */
export async function measureSend(page: Page): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < REPLIES; index++) {
    await page.getByRole('textbox', { name: 'Reply' }).fill(`Reply ${index}`);
    await page.keyboard.press('Enter');
    times.push(await measured(page, 'send-to-echo'));
  }
  return median(times);
}

/** From the event of a customer message on a bare socket to its painted bubble. */
export async function measureLive(page: Page, customer: Customer, token: string): Promise<number> {
  const socket = io(String(process.env.WEB_URL), { auth: { token }, transports: ['websocket'] });
  await new Promise((resolve) => socket.once('session:ready', resolve));
  const times: number[] = [];
  for (let index = 0; index < LIVE_MESSAGES; index++) {
    const text = `Are you there? ${index}.`;
    const painted = page.evaluate(paintTime, { selector: '[role=log] article', text });
    const event = new Promise<number>((resolve) => socket.once('message:new', () => resolve(Date.now())));
    await customer.writes(text);
    times.push((await painted) - (await event));
  }
  socket.disconnect();
  return median(times);
}

/** Waits for the next entry that the app measures under this name. */
async function measured(page: Page, name: string): Promise<number> {
  const entry = await page.waitForFunction(
    (wanted) => {
      const [found] = performance.getEntriesByName(wanted, 'measure');
      performance.clearMeasures(wanted);
      return found?.duration;
    },
    name,
    { timeout: PATIENCE_MS },
  );
  return Number(await entry.jsonValue());
}
