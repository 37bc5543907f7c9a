/** `npm run screenshots`: the screens of the demo company on a desk and a phone, for the README and docs/screens.md. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import type { FlowGraph } from '../../src/features/flows/flow-graph.ts';
import { withService } from '../../src/features/flows/template-service.ts';
import { send } from './company.ts';
import globalSetup from './global-setup.ts';
import { control } from './sandbox.ts';
import { logIn } from './test.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/screenshots');
const OWNER = { name: 'Marina Duarte', email: 'demo@patas.example', password: 'petbuddy-demo' };
/** Ana Souza on the first Page of the sandbox. */
const ANA = { channel_id: '1000000000000001', customer_id: '2410000000000101' };
/** A customer whom a flow answers. */
const LIAM = { channel_id: '1000000000000001', customer_id: '2410000000000102' };
const ANSWER = 'Pode sim! Terça às 10h está livre.';
const BOOKING_PAGE = '/book/patas-cia';
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DAY_MS = 86_400_000;
const WEEKEND = [0, 6];
/** The demo has appointments on the working days after today. */
const workday = [1, 2, 3]
  .map((days) => new Date(Date.now() + days * DAY_MS))
  .find((day) => !WEEKEND.includes(day.getUTCDay()))!
  .toISOString()
  .slice(0, 'YYYY-MM-DD'.length);
/** Screens of the staff, besides the inbox. */
const SCREENS = {
  calendar: `/calendar?day=${workday}`,
  boarding: `/calendar?day=${workday}&view=boarding`,
  waitlist: '/calendar/waitlist',
  'day-sheet': `/calendar/print?day=${workday}`,
  today: '/today',
  contacts: '/contacts',
  pets: '/pets',
  vaccinations: '/pets/vaccinations',
  import: '/contacts/import',
  channels: '/settings/channels',
  services: '/settings/services',
  hours: '/settings/hours',
  'time-off': '/settings/time-off',
  resources: '/settings/resources',
  'booking-rules': '/settings/booking',
  team: '/settings/team',
  company: '/settings/company',
  webhooks: '/settings/webhooks',
  'google-calendar': '/settings/google-calendar',
  notifications: '/settings/notifications',
  flows: '/flows',
} as const;

const stop = await globalSetup();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  await mkdir(FOLDER, { recursive: true });
  await control('/play', { ...ANA, do: 'text', text: 'Oi! A Luna pode tomar banho na terça?', wait: true });
  await control('/play', { ...ANA, do: 'text', text: 'De manhã é melhor para mim.', wait: true });
  const flow = await publishWelcomeFlow();
  await connectGoogle(browser);
  await control('/play', { ...LIAM, do: 'text', text: 'menu', wait: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await takeStaffScreens(browser, 'desk', { ...DESK, colorScheme }, flow);
    await takeStaffScreens(browser, 'phone', { ...PHONE, colorScheme }, flow);
  }
  await takeBookingPage(browser);
} finally {
  await browser.close();
  await stop();
}

async function takeStaffScreens(
  of: Browser,
  device: string,
  options: BrowserContextOptions,
  flow: string,
): Promise<void> {
  const { colorScheme } = options;
  const page = await openPage(of, options);
  await logIn(page, OWNER);
  await page.getByRole('link', { name: /Ana Souza/ }).click();
  await answerOnce(page);
  await take(page, `inbox-${device}-${colorScheme}`);
  await page.goto(SCREENS.calendar);
  await take(page, `calendar-${device}-${colorScheme}`);
  if (colorScheme === 'light') {
    for (const [name, path] of Object.entries({ ...SCREENS, flow })) {
      await page.goto(path);
      await take(page, `${name}-${device}-light`);
    }
    if (device === 'desk') await takeRunsOfFlow(page, flow);
  }
  await page.context().close();
}

/** The test of the flow, and the replay of its first run. */
async function takeRunsOfFlow(page: Page, flow: string): Promise<void> {
  await page.goto(flow);
  await page.getByText('Test', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Message of the customer' }).fill('menu');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Buttons of the flow' }).getByRole('button').first().click();
  await page.getByRole('group', { name: 'Buttons of the flow' }).getByRole('button').nth(1).waitFor();
  await take(page, 'flow-test-desk-light');
  await page.goto('/flows/runs');
  await page
    .getByRole('link', { name: /^Open the run of/ })
    .first()
    .click();
  await page.locator('.react-flow__node').first().waitFor();
  await take(page, 'flow-replay-desk-light');
}

/** Makes the starter flow of the demo company live. Returns the path of its page. */
async function publishWelcomeFlow(): Promise<string> {
  const { email, password } = OWNER;
  const { tokens } = await send<{ tokens: { accessToken: string } }>('POST', '/auth/login', { email, password });
  const api = <T>(method: string, path: string, body?: object) =>
    send<T>(method, path, body, { authorization: `Bearer ${tokens.accessToken}` });
  const [service] = (await api<{ items: { _id: string }[] }>('GET', '/services')).items;
  const [template] = (await api<{ items: { name: string; graph: FlowGraph }[] }>('GET', '/flow-templates')).items;
  if (!service || !template) throw new Error('The demo company has no service, or there is no template');
  const { name, graph } = template;
  const flow = await api<{ _id: string }>('POST', '/flows', { name, graph: withService(graph, service._id) });
  await api('POST', `/flows/${flow._id}/publish`, {});
  return `/flows/${flow._id}`;
}

/** Connects the sandbox's Google account, and gives the first person a calendar. */
async function connectGoogle(of: Browser): Promise<void> {
  const page = await openPage(of, DESK);
  await logIn(page, OWNER);
  await page.goto(SCREENS['google-calendar']);
  await page.getByRole('button', { name: 'Connect Google account' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page
    .getByRole('button', { name: /^Choose a calendar for/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Calendar' }).selectOption('Anna');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText(/ ago$/).first().waitFor();
  await page.context().close();
}

async function takeBookingPage(of: Browser): Promise<void> {
  const page = await openPage(of, { ...PHONE, colorScheme: 'light' });
  await page.goto(BOOKING_PAGE);
  await page.getByRole('button', { name: 'Dog' }).click();
  await take(page, 'book-pet-phone-light');
  await page.getByLabel('Weight in kg').fill('12');
  await page.getByRole('button', { name: 'Continue' }).click();
  await take(page, 'book-service-phone-light');
  await page.getByRole('button', { name: /Banho/ }).first().click();
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .waitFor();
  await take(page, 'book-time-phone-light');
  await page.context().close();
}

async function openPage(of: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await of.newContext({ ...options, baseURL: String(process.env.WEB_URL), locale: 'en-US' });
  return context.newPage();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
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
