/**
 * The staff web app in Chromium: an inbox of 5,000 conversations and a thread of 20,000 messages. The baseline is the same
 * inbox in plain React (`baseline/`), in the same browser and on the same API.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { startServer } from '../../../test/load/processes.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import { ensureBuilt } from '../../../test/support/started-product.ts';
import { Company } from '../support/company.ts';
import { logIn } from '../support/test.ts';
import { measureFirstLoad, measureLive, measureSend, measureSwitchView } from './app-measures.ts';
import { measureCalendar, measurePublicPage, type PublicPageResult, seedCalendar } from './booking-measures.ts';
import { type InboxResult, measureInbox } from './inbox-measures.ts';
import { seedInbox } from './seed.ts';

const BASELINE_OUTPUT = join(import.meta.dirname, '../../../.cache/web-baseline');
const NO_LIMIT = '1000000';

/** The measure, product and baseline, their ratio (NaN without a baseline), and the goal. */
type Row = [what: string, measured: string, ratio: number, goal: string];

/** @returns the rows of the table for docs/benchmarks.md */
export async function benchWeb(mongodbUri: string): Promise<Row[]> {
  await ensureBuilt();
  await build({
    root: join(import.meta.dirname, 'baseline'),
    base: '/bench/',
    build: { outDir: BASELINE_OUTPUT, emptyOutDir: true },
    logLevel: 'error',
  });
  const sandboxPort = await freePort();
  const server = await startServer('dist/main.js', {
    NODE_ENV: 'development',
    MONGODB_URI: mongodbUri,
    SANDBOX_PORT: String(sandboxPort),
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: NO_LIMIT,
    RATE_LIMIT_AUTH_PER_15_MIN: NO_LIMIT,
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: NO_LIMIT,
  });
  process.env.WEB_URL = server.url;
  process.env.SANDBOX_URL = `http://127.0.0.1:${sandboxPort}`;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await measureAll(browser, mongodbUri);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureAll(browser: Browser, mongodbUri: string): Promise<Row[]> {
  const company = await Company.create();
  const customer = await company.customer('Live Lena');
  const { company_id } = await company.api<{ company_id: string }>('GET', '/users/me');
  await seedInbox(mongodbUri, company_id);
  await customer.writes('Hello');

  const baseline = await baselinePage(browser, company.token);
  const plain = await measureInbox(baseline, '/bench/index.html');
  await baseline.context().close();
  const page = await desk(browser);
  await logIn(page, company.owner);
  const app = await measureInbox(page, '/inbox/all');
  const switchView = await measureSwitchView(page);
  await page.getByRole('link', { name: /Live Lena/ }).click();
  await page.getByRole('log').getByText('Hello').waitFor();
  const live = await measureLive(page, customer, company.token);
  const send = await measureSend(page);
  const firstLoad = await measureFirstLoad(page);
  await page.context().close();
  const booking = await measureBooking(browser, mongodbUri);
  return [...sharedRows(app, plain), ...ownRows({ switchView, live, send, firstLoad, ...booking })];
}

async function measureBooking(browser: Browser, mongodbUri: string): Promise<BookingResult> {
  const company = await Company.create({ timeZone: 'UTC' });
  await seedCalendar(mongodbUri, company);
  const page = await desk(browser);
  await logIn(page, company.owner);
  const calendar = await measureCalendar(page);
  await page.context().close();
  return { calendar, publicPage: await measurePublicPage(browser, company) };
}

async function desk(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: String(process.env.WEB_URL),
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  return context.newPage();
}

/** A page where the baseline lies beside the API, under the same origin. */
async function baselinePage(browser: Browser, token: string): Promise<Page> {
  const page = await desk(browser);
  await page.addInitScript((value) => (window.benchToken = value), token);
  await page.route('**/bench/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/bench/', '');
    const body = await readFile(join(BASELINE_OUTPUT, path));
    const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
    await route.fulfill({ body, contentType: types[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
  });
  return page;
}

function sharedRows(app: InboxResult, plain: InboxResult): Row[] {
  const row = (what: string, pick: (result: InboxResult) => number, goal: string, unit = 'ms'): Row => {
    const [own, other] = [pick(app), pick(plain)];
    return [what, `${own.toFixed(1)} ${unit} over ${other.toFixed(1)} ${unit}`, own / other, goal];
  };
  return [
    row('list of 5,000, script for a frame of 120 px, p50', ({ list }) => list.p50, '<= 4 ms'),
    row('list of 5,000, script for a frame of 120 px, p95', ({ list }) => list.p95, '-'),
    row('click on a row to its mark', ({ click }) => click, '<= 50 ms'),
    row(
      'click to the newest of 20,000 messages, first thread of the page',
      ({ firstOpening }) => firstOpening,
      '<= 300 ms',
    ),
    row('click to the newest of 20,000 messages, again', ({ nextOpening }) => nextOpening, '-'),
    row('older messages put in front: what is read moves by', ({ moved }) => moved, '0', 'px'),
    row('thread, script for a frame of 120 px, p50', ({ thread }) => thread.p50, '-'),
    row('thread, script for a frame of 120 px, p95', ({ thread }) => thread.p95, '-'),
  ];
}

interface BookingResult {
  calendar: number;
  publicPage: PublicPageResult;
}

interface OwnResult extends BookingResult {
  switchView: number;
  live: number;
  send: number;
  firstLoad: number;
}

function ownRows({ switchView, live, send, firstLoad, calendar, publicPage }: OwnResult): Row[] {
  const row = (what: string, ms: number, goal: string): Row => [what, `${ms.toFixed(0)} ms`, NaN, goal];
  return [
    row('click on a view to its rows', switchView, '-'),
    row('event of a customer message to its bubble, p50', live, '<= 150 ms'),
    row('Enter to the stored reply, p50', send, '-'),
    row('first load, 10 Mbit/s and 40 ms, to the list with counts', firstLoad, '<= 1,500 ms'),
    row('click to the calendar of 50 staff and 400 appointments', calendar, '<= 600 ms'),
    row('public booking page, 10 Mbit/s and 40 ms, first paint', publicPage.firstPaint, '<= 1,000 ms'),
    row('the same, until the first question', publicPage.usable, '-'),
  ];
}
