/** Measures of the calendar and of the public booking page. */
import type { Browser, Page } from '@playwright/test';
import { MongoClient } from 'mongodb';
import { median } from '../../../test/load/measure.ts';
import { prepareSalon } from '../../../test/load/salon.ts';
import type { Company } from '../support/company.ts';
import { emptyCache, slowLine } from './app-measures.ts';
import { watchPaint } from './in-page.ts';

const OPENINGS = 5;
const DAY_MS = 86_400_000;
const FULL = { bookingsADay: 8, gapCells: 5 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Gives the company 50 staff, and about 400 appointments today. */
export async function seedCalendar(mongodbUri: string, company: Company): Promise<void> {
  const client = await new MongoClient(mongodbUri).connect();
  const api = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    company.api<T>(method, path, body as object);
  const { from, company_id } = await prepareSalon({ api }, client.db(), FULL);
  const tomorrow = new Date(from);
  await client
    .db()
    .collection('appointments')
    .updateMany({ company_id, starts_at: { $gte: tomorrow, $lt: new Date(tomorrow.getTime() + DAY_MS) } }, [
      { $set: { starts_at: { $subtract: ['$starts_at', DAY_MS] }, ends_at: { $subtract: ['$ends_at', DAY_MS] } } },
    ]);
  await client.close();
}

/** From a click on Calendar to the appointments of today, in a page that has not shown the calendar yet. */
export async function measureCalendar(page: Page): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening++) {
    await page.goto('/inbox/all');
    await page.waitForLoadState('networkidle');
    await page.evaluate(watchPaint, { selector: '[aria-label="Appointments of the day"] *', text: 'Wash' });
    await page.getByRole('link', { name: 'Calendar' }).click();
    const time = await page.evaluate(() => window.painted!);
    if (opening > 0) times.push(time);
  }
  return median(times);
}

export interface PublicPageResult {
  firstPaint: number;
  /** Until the visitor can answer the first question. */
  usable: number;
}

/** The public booking page on a phone, with an empty cache on a slow line. */
export async function measurePublicPage(browser: Browser, company: Company): Promise<PublicPageResult> {
  const { slug } = await company.api<{ slug: string }>('GET', '/companies/me');
  const context = await browser.newContext({ ...PHONE, baseURL: String(process.env.WEB_URL), locale: 'en-US' });
  const page = await context.newPage();
  const cdp = await slowLine(page);
  const loads: PublicPageResult[] = [];
  for (let round = 0; round < OPENINGS; round++) {
    await emptyCache(page, cdp);
    await page.goto(`/book/${slug}`);
    await page.getByRole('button', { name: 'Dog' }).waitFor();
    loads.push(
      await page.evaluate(() => ({
        firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        usable: performance.now(),
      })),
    );
  }
  await context.close();
  return {
    firstPaint: median(loads.map(({ firstPaint }) => firstPaint)),
    usable: median(loads.map(({ usable }) => usable)),
  };
}
