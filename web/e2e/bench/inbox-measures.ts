import type { CDPSession, Page } from '@playwright/test';
import { median, percentile } from '../../../test/load/measure.ts';
import { loadAllRows, pixelsMoved, prepareScroll, type Sight, watchPaint } from './in-page.ts';
import { CONVERSATIONS, customerName, LONG_THREAD, LONG_THREAD_NAME } from './seed.ts';

const LIST = '[role=list]';
const THREAD = '[role=log]';
const ROW_HEIGHT = 76;
const OPENINGS = 5;
const SHORT_THREADS = 12;
const PREPENDS = 3;
const FRAMES = 120;
const SCROLLS = 3;
const STEP_PX = 120;
/** A person's time between pointing at a row and the click. */
const HAND_RESTS_MS = 200;
const NEWEST: Sight = { selector: `${THREAD} article`, text: `Number ${LONG_THREAD}.` };

/** Measures of the product and of its baseline, in ms; `moved` in px. */
export interface InboxResult {
  firstOpening: number;
  nextOpening: number;
  click: number;
  moved: number;
  thread: ScrollResult;
  list: ScrollResult;
}

/** Script ms a frame. */
export interface ScrollResult {
  p50: number;
  p95: number;
}

/** Measures an inbox at this address. The page is logged in, and in front. */
export async function measureInbox(page: Page, url: string): Promise<InboxResult> {
  const firstOpenings: number[] = [];
  for (let round = 0; round <= OPENINGS; round++) {
    await page.goto(url);
    firstOpenings.push(await msToPaint(page, LONG_THREAD_NAME, NEWEST));
  }
  const clicks: number[] = [];
  const nextOpenings: number[] = [];
  for (let index = 0; index < SHORT_THREADS; index++) {
    const name = customerName(index);
    clicks.push(await msToPaint(page, name, { selector: `${LIST} a[aria-current]`, text: name }));
    await page.locator(THREAD).getByText('Number 3.').waitFor();
    nextOpenings.push(await msToPaint(page, LONG_THREAD_NAME, NEWEST));
  }
  const moved = await page.evaluate(pixelsMoved, [THREAD, PREPENDS] as [string, number]);
  const thread = await scriptOfScroll(page, THREAD);
  await page.evaluate(loadAllRows, [LIST, CONVERSATIONS * ROW_HEIGHT] as [string, number]);
  const list = await scriptOfScroll(page, LIST);
  return {
    // The first one warms up.
    firstOpening: median(firstOpenings.slice(1)),
    nextOpening: median(nextOpenings),
    click: median(clicks),
    moved,
    thread,
    list,
  };
}

/** The ms from a click on a row until a frame with the element is painted. */
async function msToPaint(page: Page, row: string, sight: Sight): Promise<number> {
  const link = page.locator(`${LIST} a`).filter({ hasText: row });
  await link.hover();
  await page.waitForTimeout(HAND_RESTS_MS);
  await page.evaluate(watchPaint, sight);
  await link.click();
  return page.evaluate(() => window.painted!);
}

/** Scrolls a box down, a step a frame, several times from its top: the median run. */
async function scriptOfScroll(page: Page, selector: string): Promise<ScrollResult> {
  await page.evaluate(prepareScroll, selector);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const runs: ScrollResult[] = [];
  for (let run = 0; run < SCROLLS; run++) {
    await scrollBy(cdp, -FRAMES * STEP_PX);
    const frames: number[] = [];
    let before = await scriptMs(cdp);
    for (let frame = 0; frame < FRAMES; frame++) {
      await scrollBy(cdp, STEP_PX);
      const after = await scriptMs(cdp);
      frames.push(after - before);
      before = after;
    }
    runs.push({ p50: percentile(frames, 0.5), p95: percentile(frames, 0.95) });
  }
  await cdp.detach();
  return { p50: median(runs.map(({ p50 }) => p50)), p95: median(runs.map(({ p95 }) => p95)) };
}

async function scrollBy(cdp: CDPSession, px: number): Promise<void> {
  await cdp.send('Runtime.evaluate', { expression: `scrollOneFrame(${px})`, awaitPromise: true });
}

/** All script that the page has run, in ms. */
async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1_000;
}
